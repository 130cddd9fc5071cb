/** An address as an operand: base, index and displacement over virtual registers. */
package org.peaberry.compiler.select;

import org.peaberry.compiler.encode.MemoryOperand;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.select.MachineInstruction.Constraint;

/** Its registers become the next uses of the instruction it is added to. */
final class Address {
    private static final int LARGEST_SCALE = 3;

    private final VirtualRegister base;
    private final VirtualRegister index;
    private final int scaleShift;
    private final int displacement;
    private int firstUse;

    private Address(VirtualRegister base, VirtualRegister index, int scaleShift, int displacement) {
        this.base = base;
        this.index = index;
        this.scaleShift = scaleShift;
        this.displacement = displacement;
    }

    static Address of(VirtualRegister base, int displacement) {
        return new Address(base, null, 0, displacement);
    }

    /** An element of an array; a constant index goes into the displacement. */
    static Address element(Selection selection, Instruction array, Instruction index, int scaleShift, int offset) {
        if (index.isConstant()) {
            long displacement = offset + ((long) (int) index.constantValue() << scaleShift);
            if (displacement == (int) displacement) {
                return of(selection.value(array), (int) displacement);
            }
        }
        return new Address(selection.value(array), selection.value(index), scaleShift, offset);
    }

    /** A raw address, with additions and a scaled index folded in. */
    static Address raw(Selection selection, Instruction address) {
        Instruction rest = address;
        long displacement = 0;
        while (rest.opcode() == Opcode.ADD && rest.operand(1).isConstant() && fits(displacement + rest.operand(1).constantValue())) {
            displacement += rest.operand(1).constantValue();
            rest = rest.operand(0);
        }
        if (rest.opcode() == Opcode.ADD && !rest.operand(0).isConstant()) {
            Instruction right = rest.operand(1);
            if (right.opcode() == Opcode.SHL && right.operand(1).isConstant() && Long.compareUnsigned(right.operand(1).constantValue(), LARGEST_SCALE) <= 0) {
                return new Address(selection.value(rest.operand(0)), selection.value(right.operand(0)), (int) right.operand(1).constantValue(),
                        (int) displacement);
            }
            return new Address(selection.value(rest.operand(0)), selection.value(right), 0, (int) displacement);
        }
        return of(selection.value(rest), (int) displacement);
    }

    private static boolean fits(long displacement) {
        return displacement == (int) displacement;
    }

    /** Adds its registers to the uses. */
    MachineInstruction addTo(MachineInstruction instruction) {
        return addTo(instruction, Constraint.REGISTER);
    }

    MachineInstruction addTo(MachineInstruction instruction, Constraint constraint) {
        firstUse = instruction.uses().size();
        instruction.use(base, constraint);
        if (index != null) {
            instruction.use(index, constraint);
        }
        return instruction;
    }

    MemoryOperand operand(EmissionContext context) {
        if (index == null) {
            return MemoryOperand.of(context.useRegister(firstUse), displacement);
        }
        return MemoryOperand.indexed(context.useRegister(firstUse), context.useRegister(firstUse + 1), scaleShift, displacement);
    }
}
