/** The area in the frame of a {@link org.peaberry.runtime.annotation.PreservesRegisters} method where its caller's registers are kept. */
package org.peaberry.compiler.emit;

import java.util.List;

import org.peaberry.compiler.encode.Assembler;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.MemoryOperand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.select.EmissionContext;

/** At the upper end of the frame. The unwinder needs nothing of it: handlers find no value in registers. */
final class SavedRegisters {
    private static final int VECTOR_SIZE = 16;
    private static final List<Register> GENERAL = CodeGenerator.ALLOCATABLE.stream().filter(register -> !register.isVector()).toList();
    private static final List<Register> VECTORS = CodeGenerator.ALLOCATABLE.stream().filter(Register::isVector).toList();
    private static final Register FIRST_ARGUMENT = Register.RDI;
    private static final Register SECOND_ARGUMENT = Register.RSI;
    /** Bytes of the area. */
    static final int SIZE = Long.BYTES * GENERAL.size() + VECTOR_SIZE * VECTORS.size();

    private final Assembler assembler;
    private final int offset;

    /** @param frameSize the area included */
    SavedRegisters(Assembler assembler, int frameSize) {
        this.assembler = assembler;
        offset = frameSize - SIZE;
    }

    /** Keeps the registers, then puts the arguments where methods expect them. */
    void save() {
        moveAll(Form.MOV_MR, Form.MOVUPS_MR);
        assembler.rm(Form.MOV_RM, Width.QUAD, FIRST_ARGUMENT, EmissionContext.SCRATCH);
        assembler.rm(Form.MOVD_FROM_XMM, Width.DOUBLE, EmissionContext.VECTOR_SCRATCH, SECOND_ARGUMENT);
    }

    /** Takes the result from where methods leave it, then gives the registers back. */
    void restore() {
        assembler.rm(Form.MOV_RM, Width.QUAD, EmissionContext.SCRATCH, Register.RAX);
        moveAll(Form.MOV_RM, Form.MOVUPS_RM);
    }

    private void moveAll(Form general, Form vector) {
        int place = offset;
        for (Register register : GENERAL) {
            assembler.rm(general, Width.QUAD, register, MemoryOperand.of(Register.RSP, place));
            place += Long.BYTES;
        }
        for (Register register : VECTORS) {
            assembler.rm(vector, Width.DOUBLE, register, MemoryOperand.of(Register.RSP, place));
            place += VECTOR_SIZE;
        }
    }
}
