/** Moves and exchanges of which one side at least is a vector register. */
package org.peaberry.compiler.emit;

import org.peaberry.compiler.encode.Assembler;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Operand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.select.EmissionContext;

/** Eight bytes each: a float in memory has four more of no meaning. */
final class VectorMoves {
    private final Assembler assembler;

    VectorMoves(Assembler assembler) {
        this.assembler = assembler;
    }

    void move(Operand source, Operand target) {
        if (!(target instanceof Register register)) {
            assembler.rm(Form.MOVSD_MR, Width.DOUBLE, (Register) source, target);
        } else if (!(source instanceof Register from)) {
            assembler.rm(Form.MOVSD_RM, Width.DOUBLE, register, source);
        } else if (!register.isVector()) {
            assembler.rm(Form.MOVD_FROM_XMM, Width.QUAD, from, register);
        } else {
            assembler.rm(from.isVector() ? Form.MOVAPS : Form.MOVD_TO_XMM, from.isVector() ? Width.DOUBLE : Width.QUAD, register, from);
        }
    }

    void exchange(Operand first, Operand second) {
        Register register = (Register) (first instanceof Register ? first : second);
        Operand other = register == first ? second : first;
        move(register, EmissionContext.VECTOR_SCRATCH);
        move(other, register);
        move(EmissionContext.VECTOR_SCRATCH, other);
    }
}
