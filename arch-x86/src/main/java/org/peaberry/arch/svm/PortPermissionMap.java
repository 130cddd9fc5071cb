/** I/O permission map: a bit for each port, set to intercept. AMD APM vol. 2, section 15.10.1. */
package org.peaberry.arch.svm;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** Three frames: 64 Ki bits and a little more, for accesses that begin at the last ports. */
final class PortPermissionMap {
    /** Four frames are allocated. */
    static final int ORDER = 2;
    private static final long SIZE = 3 * 4096;
    private static final byte INTERCEPT_ALL = -1;

    private final PhysicalAddress physical;

    PortPermissionMap(PhysicalAddress physical) {
        this.physical = physical;
        Memory.fillBytes(DirectMap.addressOf(physical).toLong(), INTERCEPT_ALL, SIZE);
    }

    PhysicalAddress physical() {
        return physical;
    }

    boolean intercepts(int port) {
        return (byteOf(port).loadByte() & bitOf(port)) != 0;
    }

    /** Whole bytes of the map are filled, the rest changes bit by bit. */
    void intercept(int first, int count, boolean intercept) {
        int end = first + count;
        int port = first;
        while (port < end) {
            if (port % Byte.SIZE == 0 && end - port >= Byte.SIZE) {
                int bytes = (end - port) / Byte.SIZE;
                Memory.fillBytes(byteOf(port).toLong(), intercept ? INTERCEPT_ALL : 0, bytes);
                port += bytes * Byte.SIZE;
            } else {
                intercept(port++, intercept);
            }
        }
    }

    private void intercept(int port, boolean intercept) {
        Address at = byteOf(port);
        int before = at.loadByte();
        at.store((byte) (intercept ? before | bitOf(port) : before & ~bitOf(port)));
    }

    private Address byteOf(int port) {
        return DirectMap.addressOf(physical).plus(port / Byte.SIZE);
    }

    private static int bitOf(int port) {
        return 1 << port % Byte.SIZE;
    }
}
