/** A MOV to or from a control register, at an exit for {@link ExitReason#CONTROL_REGISTER}. */
package org.peaberry.arch.virtualization;

/** One for each virtual CPU, valid until the guest runs again. */
public final class ControlAccess {
    private int controlRegister;
    private int generalRegister;
    private boolean isWrite;

    /** For backends: says what the instruction is. */
    public void set(int newControlRegister, int newGeneralRegister, boolean write) {
        controlRegister = newControlRegister;
        generalRegister = newGeneralRegister;
        isWrite = write;
    }

    /** 0, 2, 3, 4 or 8. */
    public int controlRegister() {
        return controlRegister;
    }

    /** Index for {@link GuestRegisters#value(int)}. */
    public int generalRegister() {
        return generalRegister;
    }

    /** To the control register. */
    public boolean isWrite() {
        return isWrite;
    }
}
