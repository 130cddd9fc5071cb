/** Guest addresses that a hypercall cannot use, one of each kind. */
package org.peaberry.conformance.guest;

import org.peaberry.runtime.memory.Memory;

final class BadPointers {
    private static final int LAST_MAPPED = 4;
    private static final int ABSENT = 5;
    private static final long TAIL = 1;
    /** Unmapped, non-canonical, in the hypervisor's own range, at a device, across into an unmapped page, across the end of the address space. */
    private static final long[] ALL = {
        GuestPages.address(ABSENT), 0x0000_8000_0000_0000L, 0xffff_c000_0000_0000L, 0xFEC0_0000L, GuestPages.address(ABSENT) - TAIL, -TAIL,
    };

    private BadPointers() {
    }

    static void install() {
        GuestPages.install();
        GuestPages.map(ABSENT, 0);
        Memory.fillBytes(GuestPages.address(LAST_MAPPED), (byte) 0, GuestPages.SIZE);
    }

    static void remove() {
        GuestPages.remove();
    }

    static int count() {
        return ALL.length;
    }

    static long get(int kind) {
        return ALL[kind];
    }
}
