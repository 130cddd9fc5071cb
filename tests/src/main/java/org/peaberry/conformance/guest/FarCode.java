/** Code that runs at an address of its own, with another privilege or another operand size: entered by IRET. */
package org.peaberry.conformance.guest;

import static org.peaberry.conformance.guest.Code.code;

import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Register;
import org.peaberry.runtime.unboxed.Address;

/** R8 to R12 are taken by the way in. It ends as a snippet does. */
final class FarCode {
    private static final int BREAKPOINT = 0xCC;
    private static final Snippet ENTER = code().push(Register.R8).push(Register.R9).push(Register.R10).push(Register.R11).push(Register.R12)
            .form(Form.IRETQ).snippet();

    private final int[] bytes;

    private FarCode(int[] bytes) {
        this.bytes = bytes;
    }

    /** On the build host. */
    static FarCode of(Code code) {
        return new FarCode(code.finish());
    }

    /** Runs it at {@code place}; the flags and the stack pointer are those of the registers. */
    Outcome run(long place, int codeSelector, int stackSelector, Registers registers) {
        putAt(place);
        registers.set(GeneralRegister.R8, stackSelector).set(GeneralRegister.R9, registers.stackPointer());
        registers.set(GeneralRegister.R10, registers.flags()).set(GeneralRegister.R11, codeSelector).set(GeneralRegister.R12, place);
        registers.stackPointer(GuestMemory.SNIPPET_STACK_TOP).flags(Registers.FLAGS);
        return ENTER.run(registers);
    }

    void putAt(long place) {
        Address target = Address.of(place);
        for (int i = 0; i < bytes.length; i++) {
            target.store((long) i, (byte) bytes[i]);
        }
        target.store((long) bytes.length, (byte) BREAKPOINT);
    }

    int length() {
        return bytes.length;
    }

    /** The saved instruction pointer of an outcome, from a place. */
    static long offsetFrom(long place, Outcome outcome) {
        return outcome.offset() + GuestMemory.SNIPPET - place;
    }
}
