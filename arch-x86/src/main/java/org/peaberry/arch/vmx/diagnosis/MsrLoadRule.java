/** What an entry of the MSR-load list must be. Intel SDM vol. 3, section 26.4. */
package org.peaberry.arch.vmx.diagnosis;

public enum MsrLoadRule implements Rule {
    RESERVED("bits 63:32 of the register's number must be 0"),
    BASE("FS base and GS base are loaded from the guest-state area, not from the list"),
    LOCAL_APIC("a register of the local APIC (0x800 to 0x8ff) is not loaded from the list in x2APIC mode"),
    MANAGEMENT_MODE("this register is written in system management mode only"),
    MICROCODE("the processor does not load microcode, nor its revision, from the list"),
    WRITE("WRMSR of this value to this register would fault: the processor lacks the register, or reserves bits that are 1");

    private static final int MONITOR_CONTROL = 0x9B;
    private static final int MICROCODE_UPDATE = 0x79;
    private static final int MICROCODE_REVISION = 0x8B;
    private static final int FS_BASE = 0xC000_0100;
    private static final int GS_BASE = 0xC000_0101;
    private static final int LOCAL_APIC_RANGE = 8;

    private final String statement;

    MsrLoadRule(String statement) {
        this.statement = statement;
    }

    /** The rule that an entry which the processor refused breaks. @param number the first eight bytes of the entry */
    static MsrLoadRule brokenBy(long number) {
        if (number >>> Integer.SIZE != 0) {
            return RESERVED;
        }
        if ((int) number >>> Byte.SIZE == LOCAL_APIC_RANGE) {
            return LOCAL_APIC;
        }
        return switch ((int) number) {
            case FS_BASE, GS_BASE -> BASE;
            case MONITOR_CONTROL -> MANAGEMENT_MODE;
            case MICROCODE_UPDATE, MICROCODE_REVISION -> MICROCODE;
            default -> WRITE;
        };
    }

    @Override
    public String section() {
        return "26.4";
    }

    @Override
    public String statement() {
        return statement;
    }
}
