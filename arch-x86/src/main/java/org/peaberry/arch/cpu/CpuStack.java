/** The stacks of a CPU, each above a guard page; the order is that of their memory (nasm/boot.asm). */
package org.peaberry.arch.cpu;

import org.peaberry.runtime.unboxed.Address;

public enum CpuStack {
    /** Everything but what follows. */
    NORMAL(0, 0, 8),
    NMI(1, 9, 3),
    DOUBLE_FAULT(2, 13, 3),
    MACHINE_CHECK(3, 17, 3);

    private static final long PAGE = 4096;
    private static final CpuStack[] ALL = values();
    /** Bytes of all stacks of a CPU and their guards. */
    public static final long AREA_SIZE = 21 * PAGE;

    private final int interruptStack;
    private final int guardPage;
    private final int pages;

    CpuStack(int interruptStack, int guardPage, int pages) {
        this.interruptStack = interruptStack;
        this.guardPage = guardPage;
        this.pages = pages;
    }

    public static int count() {
        return ALL.length;
    }

    public static CpuStack of(int index) {
        return ALL[index];
    }

    /** What a gate has in its IST field: 1..7, or 0 for the stack that was in use. */
    public int interruptStack() {
        return interruptStack;
    }

    /** The page that must not be mapped. */
    public Address guard(Address area) {
        return area.plus(guardPage * PAGE);
    }

    /** Whether an address is in the guard page of the stack that ends at {@code top}: the stack has overflowed. */
    public boolean isGuard(Address address, Address top) {
        Address guard = top.minus((pages + 1) * PAGE);
        return address.isAtOrAbove(guard) && address.isBelow(guard.plus(PAGE));
    }

    /** The upper end. */
    public Address top(Address area) {
        return area.plus((guardPage + 1 + pages) * PAGE);
    }
}
