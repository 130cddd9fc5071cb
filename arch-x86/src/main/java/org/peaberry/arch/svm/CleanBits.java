/** Which parts of the VMCB the processor may take from its cache, VMCB offset 0x0C0. AMD APM vol. 2, section 15.15.3. */
package org.peaberry.arch.svm;

final class CleanBits {
    /** Also the TSC offset and the pause filter. */
    static final int INTERCEPTS = 1 << 0;
    static final int PERMISSION_MAPS = 1 << 1;
    static final int ASID = 1 << 2;
    static final int VIRTUAL_INTERRUPT = 1 << 3;
    /** Also the page attribute table. */
    static final int NESTED_PAGING = 1 << 4;
    /** CR0, CR3, CR4, EFER. */
    static final int CONTROL_REGISTERS = 1 << 5;
    static final int DEBUG_REGISTERS = 1 << 6;
    static final int DESCRIPTOR_TABLES = 1 << 7;
    /** CS, DS, ES, SS and the privilege level. */
    static final int SEGMENTS = 1 << 8;
    static final int CR2 = 1 << 9;
    static final int BRANCH_RECORDS = 1 << 10;
    static final int NONE = 0;
    static final int ALL = (1 << 11) - 1;

    private CleanBits() {
    }
}
