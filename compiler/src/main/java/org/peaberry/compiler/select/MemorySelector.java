/** Machine instructions for fields, arrays and raw memory. */
package org.peaberry.compiler.select;

import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Operand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.select.MachineInstruction.Constraint;
import org.peaberry.compiler.world.FieldInfo;

final class MemorySelector {
    private final Selection selection;

    MemorySelector(Selection selection) {
        this.selection = selection;
    }

    void select(Instruction instruction) {
        switch (instruction.opcode()) {
            case GET_FIELD, GET_STATIC -> load(instruction, instruction.attribute(FieldInfo.class).memoryKind());
            case PUT_FIELD -> store(instruction, instruction.attribute(FieldInfo.class).memoryKind(), instruction.operand(1));
            case PUT_STATIC -> store(instruction, instruction.attribute(FieldInfo.class).memoryKind(), instruction.operand(0));
            case ARRAY_LENGTH -> load(instruction, MemoryKind.INT);
            case ARRAY_LOAD, LOAD -> load(instruction, instruction.attribute(MemoryKind.class));
            case ARRAY_STORE -> store(instruction, instruction.attribute(MemoryKind.class), instruction.operand(2));
            case STORE -> store(instruction, instruction.attribute(MemoryKind.class), instruction.operand(1));
            default -> throw new IllegalStateException(instruction + " does not access memory");
        }
    }

    private void load(Instruction instruction, MemoryKind kind) {
        Address address = Address.of(selection, instruction);
        MachineInstruction load = selection.add("load", c -> emitLoad(c, kind, c.definitionRegister(0), address.operand(c)));
        address.addTo(load).define(selection.defined(instruction), Constraint.REGISTER);
    }

    private static void emitLoad(EmissionContext context, MemoryKind kind, Register target, Operand source) {
        switch (kind) {
            case BOOLEAN -> context.assembler().rm(Form.MOVZX_B, Width.DOUBLE, target, source);
            case BYTE -> context.assembler().rm(Form.MOVSX_B, Width.DOUBLE, target, source);
            case SHORT -> context.assembler().rm(Form.MOVSX_W, Width.DOUBLE, target, source);
            case CHAR -> context.assembler().rm(Form.MOVZX_W, Width.DOUBLE, target, source);
            case FLOAT -> context.assembler().rm(Form.MOVSS_RM, Width.DOUBLE, target, source);
            case DOUBLE -> context.assembler().rm(Form.MOVSD_RM, Width.DOUBLE, target, source);
            default -> context.assembler().rm(Form.MOV_RM, Width.of(kind.bytes()), target, source);
        }
    }

    private void store(Instruction instruction, MemoryKind kind, Instruction value) {
        MemoryUpdate update = MemoryUpdate.of(selection, instruction, kind, value);
        if (update != null) {
            update.select();
            return;
        }
        Address address = Address.of(selection, instruction);
        Width width = Width.of(kind.bytes());
        if (Selection.isImmediate(value)) {
            int immediate = storedBits(value, width);
            address.addTo(selection.add("store", c -> c.assembler().mi(Form.MOV_I, width, address.operand(c), immediate)));
            return;
        }
        VirtualRegister stored = selection.value(Extensions.lowestBits(value, kind));
        MachineInstruction store = selection.add("store", c -> emitStore(c, kind, c.useRegister(0), address.operand(c)));
        address.addTo(store.use(stored, Constraint.REGISTER));
    }

    private static void emitStore(EmissionContext context, MemoryKind kind, Register value, Operand target) {
        switch (kind) {
            case FLOAT -> context.assembler().rm(Form.MOVSS_MR, Width.DOUBLE, value, target);
            case DOUBLE -> context.assembler().rm(Form.MOVSD_MR, Width.DOUBLE, value, target);
            default -> context.assembler().rm(Form.MOV_MR, Width.of(kind.bytes()), value, target);
        }
    }

    /** A narrow store takes the lowest bits of its value. */
    static int storedBits(Instruction constant, Width width) {
        int unused = Math.max(0, Integer.SIZE - Byte.SIZE * width.bytes());
        return Selection.immediateField(constant) << unused >> unused;
    }
}
