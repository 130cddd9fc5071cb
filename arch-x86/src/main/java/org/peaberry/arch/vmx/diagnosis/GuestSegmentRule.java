/** What the guest's segment registers must be. Intel SDM vol. 3, section 26.3.1.2, in its order. */
package org.peaberry.arch.vmx.diagnosis;

public enum GuestSegmentRule implements Rule {
    SELECTOR_LOCAL("TI (bit 2) must be 0: this register is loaded from the global descriptor table"),
    STACK_REQUESTED_PRIVILEGE("RPL (bits 1:0) must equal that of CS without unrestricted guest"),
    VIRTUAL_8086_BASE("must be 16 x selector in virtual-8086 mode"),
    BASE_CANONICAL("must be canonical"),
    BASE_HIGH("bits 63:32 must be 0"),
    VIRTUAL_8086_LIMIT("must be 0xffff in virtual-8086 mode"),
    VIRTUAL_8086_RIGHTS("must be 0xf3 in virtual-8086 mode"),
    CODE_TYPE("type (bits 3:0) must be 9, 11, 13 or 15: accessed code"),
    CODE_TYPE_UNRESTRICTED("type (bits 3:0) must be 3, 9, 11, 13 or 15: accessed code, or data of an unrestricted guest in real mode"),
    STACK_TYPE("type (bits 3:0) must be 3 or 7: accessed, writable data"),
    DATA_ACCESSED("type (bits 3:0) must be of an accessed segment (bit 0)"),
    DATA_READABLE("type (bits 3:0) must be readable (bit 1) when it is code (bit 3)"),
    NOT_CODE_OR_DATA("S (bit 4) must be 1: code or data"),
    CODE_PRIVILEGE_DATA("DPL (bits 6:5) must be 0 with type 3"),
    CODE_PRIVILEGE("DPL (bits 6:5) must equal that of SS with type 9 or 11"),
    CODE_PRIVILEGE_CONFORMING("DPL (bits 6:5) must not be greater than that of SS with type 13 or 15"),
    STACK_PRIVILEGE("DPL (bits 6:5) must equal the selector's RPL without unrestricted guest"),
    STACK_PRIVILEGE_REAL("DPL (bits 6:5) must be 0 when CS has type 3 or CR0.PE is 0"),
    DATA_PRIVILEGE("DPL (bits 6:5) must not be less than the selector's RPL without unrestricted guest, unless conforming code"),
    NOT_PRESENT("P (bit 7) must be 1"),
    RESERVED_LOW("bits 11:8 must be 0"),
    CODE_SIZE("L (bit 13) and D (bit 14) must not both be 1 in IA-32e mode"),
    GRANULARITY_BYTES("G (bit 15) must be 0, because bits 11:0 of the limit are not all 1"),
    GRANULARITY_PAGES("G (bit 15) must be 1, because bits 31:20 of the limit are not all 0"),
    RESERVED_HIGH("bits 31:17 must be 0"),
    TASK_TYPE("type (bits 3:0) must be 3 or 11: a busy task-state segment"),
    TASK_TYPE_LONG("type (bits 3:0) must be 11 in IA-32e mode: a busy 64-bit task-state segment"),
    LOCAL_TABLE_TYPE("type (bits 3:0) must be 2: a local descriptor table"),
    NOT_SYSTEM("S (bit 4) must be 0: a system segment"),
    TASK_UNUSABLE("must be usable (bit 16 is 0)");

    private final String statement;

    GuestSegmentRule(String statement) {
        this.statement = statement;
    }

    @Override
    public String section() {
        return "26.3.1.2";
    }

    @Override
    public String statement() {
        return statement;
    }
}
