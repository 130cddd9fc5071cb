/** DWARF's numbers of the processor's registers. System V ABI, AMD64 supplement, figure 3.36. */
package org.peaberry.compiler.debug;

import java.util.List;

import org.peaberry.compiler.encode.Register;

final class DwarfRegister {
    static final int STACK_POINTER = 7;
    static final int RETURN_ADDRESS = 16;
    private static final int FIRST_VECTOR = 17;
    private static final List<Register> GENERAL = List.of(Register.RAX, Register.RDX, Register.RCX, Register.RBX, Register.RSI, Register.RDI,
            Register.RBP, Register.RSP, Register.R8, Register.R9, Register.R10, Register.R11, Register.R12, Register.R13, Register.R14,
            Register.R15);

    private DwarfRegister() {
    }

    static int number(Register register) {
        return register.isVector() ? FIRST_VECTOR + Register.vector().indexOf(register) : GENERAL.indexOf(register);
    }
}
