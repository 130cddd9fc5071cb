/** The comparison of an index with a length, and the way both get to the method that throws. */
package org.peaberry.compiler.select;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.encode.ConditionCode;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Operand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.select.MachineInstruction.Constraint;

/** At most one of them is an immediate; a length that is only loaded for this is compared in memory. */
final class BoundsCheck {
    private static final Register SCRATCH = EmissionContext.SCRATCH;

    private final Instruction instruction;
    /** Null for an immediate. */
    private final Source index;
    private final Source length;

    BoundsCheck(Selection selection, Instruction instruction) {
        this.instruction = instruction;
        boolean lengthIsImmediate = Selection.isImmediate(instruction.operand(1));
        boolean indexIsImmediate = Selection.isImmediate(instruction.operand(0)) && !lengthIsImmediate;
        index = indexIsImmediate ? null : Source.register(selection, instruction.operand(0));
        length = lengthIsImmediate ? null : Source.of(selection, instruction, instruction.operand(1));
    }

    MachineInstruction addTo(MachineInstruction check) {
        if (index != null) {
            index.addTo(check, length == null ? Constraint.ANY : Constraint.REGISTER);
        }
        return length == null ? check : length.addTo(check, Constraint.ANY);
    }

    /** Condition under which the check fails. */
    ConditionCode fails() {
        return index == null ? ConditionCode.BE : ConditionCode.AE;
    }

    void emit(EmissionContext context) {
        if (index == null) {
            Comparison.compare(context.assembler(), Width.DOUBLE, length.operand(context), immediate(0));
        } else if (length == null) {
            Comparison.compare(context.assembler(), Width.DOUBLE, index.operand(context), immediate(1));
        } else {
            context.assembler().rm(Form.CMP_RM, Width.DOUBLE, (Register) index.operand(context), length.operand(context));
        }
    }

    private int immediate(int operand) {
        return Selection.immediateField(instruction.operand(operand));
    }

    /** Brings index and length to the first two argument registers. */
    void pass(EmissionContext context) {
        List<Location> from = new ArrayList<>();
        List<Location> to = new ArrayList<>();
        if (index != null) {
            from.add(index.location(context));
            to.add(new Location.InRegister(Register.RDI));
        }
        if (length != null) {
            from.add(lengthLocation(context));
            to.add(new Location.InRegister(Register.RSI));
        }
        context.moveAll(from, to);
        if (index == null) {
            context.assembler().moveImmediate(Register.RDI, Integer.toUnsignedLong(immediate(0)));
        }
        if (length == null) {
            context.assembler().moveImmediate(Register.RSI, Integer.toUnsignedLong(immediate(1)));
        }
    }

    private Location lengthLocation(EmissionContext context) {
        if (!length.isMemory()) {
            return length.location(context);
        }
        Operand memory = length.operand(context);
        context.assembler().rm(Form.MOV_RM, Width.DOUBLE, SCRATCH, memory);
        return new Location.InRegister(SCRATCH);
    }
}
