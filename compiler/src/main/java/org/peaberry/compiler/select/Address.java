/** An address as an operand: base, index and displacement over virtual registers, a symbol and a displacement, or an offset in the GS segment. */
package org.peaberry.compiler.select;

import org.peaberry.compiler.encode.MemoryOperand;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.select.MachineInstruction.Constraint;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.runtime.object.ObjectLayout;

/** Its registers become the next uses of the instruction it is added to. */
final class Address {
    private static final int LARGEST_SCALE = 3;

    private final VirtualRegister base;
    private final VirtualRegister index;
    private final int scaleShift;
    private final int displacement;
    private final String symbol;
    private boolean isPerCpu;
    private Instruction nullCheck;
    private int firstUse;

    private Address(VirtualRegister base, VirtualRegister index, int scaleShift, int displacement, String symbol) {
        this.base = base;
        this.index = index;
        this.scaleShift = scaleShift;
        this.displacement = displacement;
        this.symbol = symbol;
    }

    /** What a field, array or raw access reads or writes. */
    static Address of(Selection selection, Instruction access) {
        Address address = place(selection, access);
        address.nullCheck = selection.takeNullCheck(access);
        return address;
    }

    private static Address place(Selection selection, Instruction access) {
        return switch (access.opcode()) {
            case GET_FIELD, PUT_FIELD -> of(selection, access.operand(0), selection.layout.fieldOffset(access.attribute(FieldInfo.class)));
            case GET_STATIC, PUT_STATIC -> new Address(null, null, 0, 0, selection.layout.staticSymbol(access.attribute(FieldInfo.class)));
            case ARRAY_LENGTH -> of(selection, access.operand(0), ObjectLayout.ARRAY_LENGTH_OFFSET);
            case ARRAY_LOAD, ARRAY_STORE -> element(selection, access.operand(0), access.operand(1), access.attribute(MemoryKind.class).shift());
            case LOAD, STORE -> raw(selection, access.operand(0));
            case INTRINSIC -> perCpu(access);
            default -> throw new IllegalStateException(access + " does not access memory");
        };
    }

    /** What a per-CPU load with a constant offset reads. */
    private static Address perCpu(Instruction load) {
        Address address = new Address(null, null, 0, (int) load.operand(0).constantValue(), null);
        address.isPerCpu = true;
        return address;
    }

    /** A constant base is a symbol. */
    private static Address of(Selection selection, Instruction base, int displacement) {
        if (Rematerialization.isPossible(base)) {
            String symbol = Rematerialization.of(base, selection.layout).symbol();
            if (symbol != null) {
                return new Address(null, null, 0, displacement, symbol);
            }
        }
        return new Address(selection.value(base), null, 0, displacement, null);
    }

    /** A constant index goes into the displacement. */
    private static Address element(Selection selection, Instruction array, Instruction index, int scaleShift) {
        if (index.isConstant()) {
            long displacement = ObjectLayout.ARRAY_ELEMENTS_OFFSET + ((long) (int) index.constantValue() << scaleShift);
            if (fits(displacement)) {
                return of(selection, array, (int) displacement);
            }
        }
        return new Address(selection.value(array), selection.value(index), scaleShift, ObjectLayout.ARRAY_ELEMENTS_OFFSET, null);
    }

    /** Additions and a scaled index are folded in. */
    private static Address raw(Selection selection, Instruction address) {
        Instruction rest = address;
        long displacement = 0;
        while (rest.opcode() == Opcode.ADD && rest.operand(1).isConstant() && fits(displacement + rest.operand(1).constantValue())) {
            displacement += rest.operand(1).constantValue();
            rest = rest.operand(0);
        }
        if (rest.opcode() != Opcode.ADD || rest.operand(0).isConstant()) {
            return of(selection, rest, (int) displacement);
        }
        if (isScaled(rest.operand(0))) {
            return scaled(selection, rest.operand(1), rest.operand(0), (int) displacement);
        }
        if (isScaled(rest.operand(1))) {
            return scaled(selection, rest.operand(0), rest.operand(1), (int) displacement);
        }
        return new Address(selection.value(rest.operand(0)), selection.value(rest.operand(1)), 0, (int) displacement, null);
    }

    private static boolean isScaled(Instruction value) {
        return value.opcode() == Opcode.SHL && value.operand(1).isConstant()
                && Long.compareUnsigned(value.operand(1).constantValue(), LARGEST_SCALE) <= 0;
    }

    private static Address scaled(Selection selection, Instruction base, Instruction shift, int displacement) {
        return new Address(selection.value(base), selection.value(shift.operand(0)), (int) shift.operand(1).constantValue(), displacement, null);
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
        if (base != null) {
            instruction.use(base, constraint);
        }
        if (index != null) {
            instruction.use(index, constraint);
        }
        return instruction;
    }

    /** When it is first asked for, the operand of the instruction that faults where the reference is null. */
    MemoryOperand operand(EmissionContext context) {
        MemoryOperand operand = plainOperand(context);
        if (nullCheck != null) {
            context.nullCheck(operand, nullCheck.position());
            nullCheck = null;
        }
        return operand;
    }

    private MemoryOperand plainOperand(EmissionContext context) {
        if (symbol != null) {
            return MemoryOperand.symbol(symbol, displacement);
        }
        if (isPerCpu) {
            return MemoryOperand.gs(displacement);
        }
        if (index == null) {
            return MemoryOperand.of(context.useRegister(firstUse), displacement);
        }
        return MemoryOperand.indexed(context.useRegister(firstUse), context.useRegister(firstUse + 1), scaleShift, displacement);
    }
}
