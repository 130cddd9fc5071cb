/** Machine instructions for conversions between integers, and for comparisons that give a value. */
package org.peaberry.compiler.select;

import org.peaberry.compiler.encode.ConditionCode;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.select.MachineInstruction.Constraint;

final class ConversionSelector {
    private static final Register SCRATCH = EmissionContext.SCRATCH;

    private final Selection selection;

    ConversionSelector(Selection selection) {
        this.selection = selection;
    }

    void select(Instruction instruction) {
        switch (instruction.opcode()) {
            case INT_TO_LONG -> convert(instruction, Form.MOVSXD, Width.QUAD, Constraint.ANY);
            case LONG_TO_INT -> convert(instruction, Form.MOV_RM, Width.DOUBLE, Constraint.ANY);
            case INT_TO_BYTE -> convert(instruction, Form.MOVSX_B, Width.DOUBLE, Constraint.REGISTER);
            case INT_TO_SHORT -> convert(instruction, Form.MOVSX_W, Width.DOUBLE, Constraint.REGISTER);
            case INT_TO_CHAR -> convert(instruction, Form.MOVZX_W, Width.DOUBLE, Constraint.REGISTER);
            case COMPARE -> compare(instruction);
            case COMPARE_THREE_WAY -> compareThreeWay(instruction);
            default -> throw new IllegalStateException(instruction + " is neither arithmetic nor a conversion");
        }
    }

    void convert(Instruction instruction, Form form, Width width, Constraint constraint) {
        Instruction operand = instruction.operand(0);
        boolean mayFold = constraint == Constraint.ANY;
        Source value = mayFold ? Source.ofLowerHalf(selection, instruction, operand) : Source.register(selection, Extensions.lowerHalf(operand));
        value.addTo(selection.add(form.mnemonic(), c -> c.assembler().rm(form, width, c.definitionRegister(0), value.operand(c))), constraint)
                .define(selection.defined(instruction), Constraint.REGISTER).pair();
    }

    private void compare(Instruction instruction) {
        Comparison comparison = Comparison.of(selection, instruction.attribute(Condition.class), instruction, instruction.operand(0),
                instruction.operand(1));
        comparison.addTo(selection.add("compare", c -> {
            comparison.emit(c);
            c.assembler().set(comparison.condition(), c.definitionRegister(0));
            c.assembler().rm(Form.MOVZX_B, Width.DOUBLE, c.definitionRegister(0), c.definitionRegister(0));
        })).define(selection.defined(instruction), Constraint.REGISTER);
    }

    private void compareThreeWay(Instruction instruction) {
        Comparison comparison = Comparison.of(selection, Condition.GREATER, instruction, instruction.operand(0), instruction.operand(1));
        boolean swapped = comparison.condition() != ConditionCode.G;
        comparison.addTo(selection.add("compare", c -> {
            Register target = c.definitionRegister(0);
            comparison.emit(c);
            c.assembler().set(swapped ? ConditionCode.L : ConditionCode.G, target);
            c.assembler().set(swapped ? ConditionCode.G : ConditionCode.L, SCRATCH);
            c.assembler().rm(Form.MOVZX_B, Width.DOUBLE, target, target);
            c.assembler().rm(Form.MOVZX_B, Width.DOUBLE, SCRATCH, SCRATCH);
            c.assembler().rm(Form.SUB_RM, Width.DOUBLE, target, SCRATCH);
        })).define(selection.defined(instruction), Constraint.REGISTER);
    }
}
