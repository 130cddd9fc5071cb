/** Why VMLAUNCH or VMRESUME fails. Intel SDM vol. 3, table 31-1. */
package org.peaberry.arch.vmx.diagnosis;

/** Invalid controls and host state, 7 and 8, are told apart rule by rule instead. */
enum EntryError {
    NO_VMCS(0, "there is no current VMCS"),
    LAUNCH_NOT_CLEAR(4, "VMLAUNCH of a VMCS that was launched and not cleared by VMCLEAR"),
    RESUME_NOT_LAUNCHED(5, "VMRESUME of a VMCS that was not launched since VMCLEAR"),
    RESUME_AFTER_OFF(6, "VMRESUME after VMXOFF, without VMCLEAR"),
    EXECUTIVE_POINTER(16, "invalid executive-VMCS pointer"),
    EXECUTIVE_NOT_LAUNCHED(17, "executive VMCS that was not launched"),
    EXECUTIVE_NOT_ROOT(18, "executive-VMCS pointer that is not the VMXON pointer"),
    EXECUTIVE_CONTROLS(25, "invalid VM-execution controls in the executive VMCS"),
    MOV_SS(26, "the instruction before blocked events by MOV SS");

    private static final EntryError[] ALL = values();

    private final int number;
    private final String description;

    EntryError(int number, String description) {
        this.number = number;
        this.description = description;
    }

    /** What an error number means. */
    static String describe(int number) {
        for (EntryError error : ALL) {
            if (error.number == number) {
                return error.description;
            }
        }
        return "an error that an entry cannot have";
    }
}
