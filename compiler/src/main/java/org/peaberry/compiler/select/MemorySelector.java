/** Machine instructions for fields, arrays and raw memory. */
package org.peaberry.compiler.select;

import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.MemoryOperand;
import org.peaberry.compiler.encode.Operand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.select.MachineInstruction.Constraint;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.runtime.object.ObjectLayout;

final class MemorySelector {
    private final Selection selection;

    MemorySelector(Selection selection) {
        this.selection = selection;
    }

    void select(Instruction instruction) {
        switch (instruction.opcode()) {
            case GET_FIELD -> load(instruction, kind(instruction), fieldAddress(instruction));
            case PUT_FIELD -> store(kind(instruction), fieldAddress(instruction), instruction.operand(1));
            case GET_STATIC -> loadStatic(instruction);
            case PUT_STATIC -> storeStatic(instruction);
            case ARRAY_LENGTH ->
                load(instruction, MemoryKind.INT, Address.of(selection.value(instruction.operand(0)), ObjectLayout.ARRAY_LENGTH_OFFSET));
            case ARRAY_LOAD -> load(instruction, instruction.attribute(MemoryKind.class), elementAddress(instruction));
            case ARRAY_STORE -> store(instruction.attribute(MemoryKind.class), elementAddress(instruction), instruction.operand(2));
            case LOAD -> load(instruction, instruction.attribute(MemoryKind.class), Address.raw(selection, instruction.operand(0)));
            case STORE -> store(instruction.attribute(MemoryKind.class), Address.raw(selection, instruction.operand(0)), instruction.operand(1));
            default -> throw new IllegalStateException(instruction + " does not access memory");
        }
    }

    private static MemoryKind kind(Instruction access) {
        return access.attribute(FieldInfo.class).memoryKind();
    }

    private Address fieldAddress(Instruction access) {
        int offset = selection.layout.fieldOffset(access.attribute(FieldInfo.class));
        return Address.of(selection.value(access.operand(0)), offset);
    }

    private Address elementAddress(Instruction access) {
        int shift = access.attribute(MemoryKind.class).shift();
        return Address.element(selection, access.operand(0), access.operand(1), shift, ObjectLayout.ARRAY_ELEMENTS_OFFSET);
    }

    void load(Instruction instruction, MemoryKind kind, Address address) {
        MachineInstruction load = selection.add("load", c -> emitLoad(c, kind, c.definitionRegister(0), address.operand(c)));
        address.addTo(load).define(selection.defined(instruction), Constraint.REGISTER);
    }

    private static void emitLoad(EmissionContext context, MemoryKind kind, Register target, Operand source) {
        switch (kind) {
            case BOOLEAN -> context.assembler().rm(Form.MOVZX_B, Width.DOUBLE, target, source);
            case BYTE -> context.assembler().rm(Form.MOVSX_B, Width.DOUBLE, target, source);
            case SHORT -> context.assembler().rm(Form.MOVSX_W, Width.DOUBLE, target, source);
            case CHAR -> context.assembler().rm(Form.MOVZX_W, Width.DOUBLE, target, source);
            default -> context.assembler().rm(Form.MOV_RM, Width.of(kind.bytes()), target, source);
        }
    }

    private void store(MemoryKind kind, Address address, Instruction value) {
        Width width = Width.of(kind.bytes());
        if (Selection.isImmediate(value)) {
            int immediate = storedBits(value, width);
            address.addTo(selection.add("store", c -> c.assembler().mi(Form.MOV_I, width, address.operand(c), immediate)));
            return;
        }
        VirtualRegister stored = selection.value(value);
        MachineInstruction store = selection.add("store", c -> c.assembler().rm(Form.MOV_MR, width, c.useRegister(0), address.operand(c)));
        address.addTo(store.use(stored, Constraint.REGISTER));
    }

    /** A narrow store takes the lowest bits of its value. */
    private static int storedBits(Instruction constant, Width width) {
        int unused = Math.max(0, Integer.SIZE - Byte.SIZE * width.bytes());
        return Selection.immediateField(constant) << unused >> unused;
    }

    private void loadStatic(Instruction instruction) {
        MemoryKind kind = kind(instruction);
        MemoryOperand place = staticPlace(instruction);
        selection.add("load", c -> emitLoad(c, kind, c.definitionRegister(0), place)).define(selection.defined(instruction), Constraint.REGISTER);
    }

    private void storeStatic(Instruction instruction) {
        Width width = Width.of(kind(instruction).bytes());
        MemoryOperand place = staticPlace(instruction);
        Instruction value = instruction.operand(0);
        if (Selection.isImmediate(value)) {
            int immediate = storedBits(value, width);
            selection.add("store", c -> c.assembler().mi(Form.MOV_I, width, place, immediate));
            return;
        }
        VirtualRegister stored = selection.value(value);
        selection.add("store", c -> c.assembler().rm(Form.MOV_MR, width, c.useRegister(0), place)).use(stored, Constraint.REGISTER);
    }

    private MemoryOperand staticPlace(Instruction access) {
        return MemoryOperand.symbol(selection.layout.staticSymbol(access.attribute(FieldInfo.class)), 0);
    }
}
