/** Machine instructions for signed division. */
package org.peaberry.compiler.select;

import org.peaberry.compiler.encode.Assembler;
import org.peaberry.compiler.encode.ConditionCode;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Label;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;

final class DivisionSelector {
    private static final Register SCRATCH = EmissionContext.SCRATCH;

    private final Selection selection;

    DivisionSelector(Selection selection) {
        this.selection = selection;
    }

    void select(Instruction instruction) {
        Width width = Selection.width(instruction.type());
        boolean wantsQuotient = instruction.opcode() == Opcode.DIV;
        boolean mayBeMinusOne = !instruction.operand(1).isConstant() || instruction.operand(1).constantValue() == -1;
        new FixedRegisters(selection, "idiv").pass(instruction.operand(0), Register.RAX).pass(instruction.operand(1), SCRATCH).clobber(Register.RDX)
                .give(selection.defined(instruction), wantsQuotient ? Register.RAX : Register.RDX)
                .run(c -> emitDivision(c.assembler(), width, mayBeMinusOne));
    }

    /** RAX by the scratch register. The least value by -1 overflows in the processor, while Java wraps: negation gives the same. */
    private static void emitDivision(Assembler assembler, Width width, boolean mayBeMinusOne) {
        Label minusOne = new Label();
        Label done = new Label();
        if (mayBeMinusOne) {
            assembler.mi8(Form.CMP_I8, width, SCRATCH, -1);
            assembler.jump(ConditionCode.E, minusOne);
        }
        assembler.zo(width == Width.QUAD ? Form.CQO : Form.CDQ);
        assembler.m(Form.IDIV, width, SCRATCH);
        if (mayBeMinusOne) {
            assembler.jump(done);
            assembler.bind(minusOne);
            assembler.m(Form.NEG, width, Register.RAX);
            assembler.moveImmediate(Register.RDX, 0);
            assembler.bind(done);
        }
    }
}
