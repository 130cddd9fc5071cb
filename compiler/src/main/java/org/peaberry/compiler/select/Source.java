/** What an instruction reads: a register, a slot, or memory when a load became part of the instruction. */
package org.peaberry.compiler.select;

import org.peaberry.compiler.encode.Operand;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.select.MachineInstruction.Constraint;

/** Either a register or, when a load was folded, an address. */
final class Source {
    private final VirtualRegister register;
    private final Address address;
    private int use;

    private Source(VirtualRegister register, Address address) {
        this.register = register;
        this.address = address;
    }

    /** The memory that a load reads, which was found to be foldable. */
    static Source folded(Selection selection, Instruction load) {
        selection.folding.fold(load);
        return new Source(null, Address.of(selection, load));
    }

    static Source register(Selection selection, Instruction value) {
        return new Source(selection.value(value), null);
    }

    /** Folds a load if possible; for an instruction that reads 32 bits. */
    static Source ofLowerHalf(Selection selection, Instruction user, Instruction value) {
        return selection.folding.isFoldable(value, user, user) ? folded(selection, value) : new Source(selection.lowerHalf(value), null);
    }

    /** Folds a load if possible. */
    static Source of(Selection selection, Instruction user, Instruction value) {
        return of(selection, user, value, user);
    }

    /** @param place the instruction that reads it, when the user itself is part of that one */
    static Source of(Selection selection, Instruction user, Instruction value, Instruction place) {
        if (selection.folding.isFoldable(value, user, place)) {
            return folded(selection, value);
        }
        return register(selection, value);
    }

    boolean isMemory() {
        return address != null;
    }

    /** Makes it the next use; an address needs registers whatever the constraint, late if that is. */
    MachineInstruction addTo(MachineInstruction instruction, Constraint constraint) {
        if (isMemory()) {
            return address.addTo(instruction, constraint.isLate() ? Constraint.LATE_REGISTER : Constraint.REGISTER);
        }
        use = instruction.uses().size();
        return instruction.use(register, constraint);
    }

    /** Where it is; for what is not memory. */
    Location location(EmissionContext context) {
        return context.use(use);
    }

    Operand operand(EmissionContext context) {
        return isMemory() ? address.operand(context) : context.operand(context.use(use));
    }
}
