/** Operating mode of a local APIC: bits 10 and 11 of IA32_APIC_BASE. Intel SDM vol. 3, §10.12.1, table 10-5. */
package org.peaberry.kernel.interrupt;

public enum ApicMode {
    DISABLED, XAPIC, X2APIC;

    /** IA32_APIC_BASE bit 8: the boot processor. */
    public static final long BOOT_PROCESSOR = 1L << 8;
    private static final long X2APIC_ENABLE = 1L << 10;
    private static final long ENABLE = 1L << 11;

    /** The bits of IA32_APIC_BASE. */
    public long bits() {
        return switch (this) {
            case DISABLED -> 0;
            case XAPIC -> ENABLE;
            case X2APIC -> ENABLE | X2APIC_ENABLE;
        };
    }

    /** The mode a value of IA32_APIC_BASE asks for, or null for the illegal combination. */
    public static ApicMode of(long base) {
        if ((base & ENABLE) == 0) {
            return (base & X2APIC_ENABLE) == 0 ? DISABLED : null;
        }
        return (base & X2APIC_ENABLE) == 0 ? XAPIC : X2APIC;
    }

    /** Whether the SDM allows the change (figure 10-27): not from off to x2APIC, nor from x2APIC to xAPIC. */
    public boolean mayBecome(ApicMode next) {
        return switch (this) {
            case DISABLED -> next != X2APIC;
            case XAPIC -> true;
            case X2APIC -> next != XAPIC;
        };
    }
}
