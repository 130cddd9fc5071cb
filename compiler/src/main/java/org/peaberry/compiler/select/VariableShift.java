/** A shift or rotation by a count that is not constant. */
package org.peaberry.compiler.select;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.select.MachineInstruction.Constraint;

/** The processor wants the count in CL, and takes as many bits of it as Java does. */
final class VariableShift {
    private static final Location COUNT = new Location.InRegister(Register.RCX);

    private final Selection selection;
    private final Instruction instruction;
    private final Width width;

    VariableShift(Selection selection, Instruction instruction) {
        this.selection = selection;
        this.instruction = instruction;
        width = Selection.width(instruction.type());
    }

    void select(Form form) {
        Instruction shifted = instruction.operand(0);
        VirtualRegister count = selection.lowerHalf(count());
        if (Rematerialization.isPossible(shifted)) {
            Rematerialization constant = Rematerialization.of(shifted, selection.layout);
            define(selection.add(form.mnemonic(), c -> emitConstant(c, form, constant)).use(count, Constraint.ANY, Register.RCX));
        } else {
            VirtualRegister value = selection.lowerHalf(shifted);
            define(selection.add(form.mnemonic(), c -> emit(c, form)).use(value, Constraint.ANY).use(count, Constraint.ANY, Register.RCX));
        }
    }

    /** Without a mask that changes none of the bits that count. */
    private Instruction count() {
        Instruction count = instruction.operand(1);
        long bits = instruction.type() == Type.INT ? Integer.SIZE - 1 : Long.SIZE - 1;
        boolean isMasked = count.opcode() == Opcode.AND && count.operand(1).isConstant() && (count.operand(1).constantValue() & bits) == bits;
        return isMasked ? count.operand(0) : count;
    }

    private void define(MachineInstruction shift) {
        shift.clobber(Register.RCX).define(selection.defined(instruction), Constraint.REGISTER).pair();
    }

    /** Where the value is shifted: at its target, unless that is where the count has to be. */
    private static Register place(EmissionContext context) {
        Register target = context.definitionRegister(0);
        return target == Register.RCX ? EmissionContext.SCRATCH : target;
    }

    private void emitConstant(EmissionContext context, Form form, Rematerialization constant) {
        Register place = place(context);
        context.move(context.use(0), COUNT);
        constant.emit(context.assembler(), place);
        shift(context, form, place);
    }

    private void emit(EmissionContext context, Form form) {
        Register place = place(context);
        List<Location> from = new ArrayList<>(List.of(context.use(0), context.use(1)));
        context.moveAll(from, List.of(new Location.InRegister(place), COUNT));
        shift(context, form, place);
    }

    private void shift(EmissionContext context, Form form, Register place) {
        context.assembler().m(form, width, place);
        context.move(new Location.InRegister(place), context.definition(0));
    }
}
