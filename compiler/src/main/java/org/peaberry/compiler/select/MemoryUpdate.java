/** A store of what was computed from the value that the same place had: one instruction on memory. */
package org.peaberry.compiler.select;

import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.select.MachineInstruction.Constraint;

final class MemoryUpdate {
    private final Selection selection;
    private final Instruction store;
    private final Width width;
    private final Instruction operation;
    private final Instruction load;
    private final Instruction other;

    private MemoryUpdate(Selection selection, Instruction store, MemoryKind kind, Instruction operation, Instruction load) {
        this.selection = selection;
        this.store = store;
        this.operation = operation;
        this.load = load;
        width = Width.of(kind.bytes());
        other = operation.operand(0) == load ? operation.operand(1) : operation.operand(0);
    }

    /** The update that a store makes, or null when it is none. A store that makes a null check of its own is none: the check comes behind the load. */
    static MemoryUpdate of(Selection selection, Instruction store, MemoryKind kind, Instruction value) {
        Instruction operation = Extensions.lowestBits(value, kind);
        boolean isPossible = form(operation.opcode()) != null && isOnlyStored(selection, operation, value, store);
        if (!isPossible || selection.makesNullCheck(store)) {
            return null;
        }
        for (int i = 0; i < (operation.opcode().isCommutative() ? 2 : 1); i++) {
            Instruction load = operation.operand(i);
            if (readsWhatIsWritten(load, store) && operation.operand(0) != operation.operand(1)
                    && selection.folding.isMovable(load, operation, store)) {
                return new MemoryUpdate(selection, store, kind, operation, load);
            }
        }
        return null;
    }

    /** Whether an operation, and the conversions between it and the stored value, are for the store alone. */
    private static boolean isOnlyStored(Selection selection, Instruction operation, Instruction value, Instruction store) {
        Instruction user = store;
        Instruction each = value;
        while (each != operation) {
            if (!Folding.isOnlyFor(each, user)) {
                return false;
            }
            user = each;
            each = each.operand(0);
        }
        return Folding.isOnlyFor(operation, user) && !selection.isDemanded(operation);
    }

    private static boolean readsWhatIsWritten(Instruction load, Instruction store) {
        return switch (store.opcode()) {
            case PUT_FIELD -> isSame(load, Opcode.GET_FIELD, store, 1);
            case PUT_STATIC -> isSame(load, Opcode.GET_STATIC, store, 0);
            case ARRAY_STORE -> isSame(load, Opcode.ARRAY_LOAD, store, 2);
            default -> isSame(load, Opcode.LOAD, store, 1);
        };
    }

    private static boolean isSame(Instruction load, Opcode opcode, Instruction store, int operands) {
        boolean isSame = load.opcode() == opcode && load.attribute().equals(store.attribute());
        for (int i = 0; isSame && i < operands; i++) {
            isSame = load.operand(i) == store.operand(i);
        }
        return isSame;
    }

    private static Form form(Opcode opcode) {
        return switch (opcode) {
            case ADD -> Form.ADD_MR;
            case SUB -> Form.SUB_MR;
            case AND -> Form.AND_MR;
            case OR -> Form.OR_MR;
            case XOR -> Form.XOR_MR;
            default -> null;
        };
    }

    private static Form immediateForm(Opcode opcode, boolean isSmall) {
        return switch (opcode) {
            case ADD -> isSmall ? Form.ADD_I8 : Form.ADD_I;
            case SUB -> isSmall ? Form.SUB_I8 : Form.SUB_I;
            case AND -> isSmall ? Form.AND_I8 : Form.AND_I;
            case OR -> isSmall ? Form.OR_I8 : Form.OR_I;
            default -> isSmall ? Form.XOR_I8 : Form.XOR_I;
        };
    }

    void select() {
        selection.folding.fold(load);
        Address address = Address.of(selection, load);
        if (Selection.isImmediate(other)) {
            int value = MemorySelector.storedBits(other, width);
            address.addTo(selection.add("update", c -> emit(c, address, value)));
        } else {
            VirtualRegister value = selection.lowerHalf(other);
            address.addTo(selection.add("update", c -> c.assembler().rm(form(operation.opcode()), width, c.useRegister(0), address.operand(c)))
                    .use(value, Constraint.REGISTER));
        }
    }

    private void emit(EmissionContext context, Address address, int value) {
        boolean isSmall = width != Width.BYTE && value == (byte) value;
        Form form = immediateForm(operation.opcode(), isSmall);
        if (isSmall) {
            context.assembler().mi8(form, width, address.operand(context), value);
        } else {
            context.assembler().mi(form, width, address.operand(context), value);
        }
    }
}
