/** The registers of a virtual CPU's local APIC in memory, where VT-x's virtual-APIC page has them. Intel SDM vol. 3, sections 11.4.1 and 30.1.1. */
package org.peaberry.arch.virtualization;

import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.unboxed.Address;

/** A register's number is its offset divided by 16, as in x2APIC's address space. Sets of vectors have eight registers in a row. */
public final class ApicPage {
    /** Binary logarithm of the distance between registers. */
    private static final int SHIFT = 4;
    public static final int TASK_PRIORITY = 0x08;
    /** First of eight. */
    public static final int TRIGGER_MODE = 0x18;

    private final long page;

    /** @param page a frame, zeroed */
    public ApicPage(Address page) {
        this.page = page.toLong();
    }

    @Inline
    public int read(int register) {
        return Address.of(page).loadInt((long) register << SHIFT);
    }

    @Inline
    public void write(int register, int value) {
        Address.of(page).store((long) register << SHIFT, value);
    }
}
