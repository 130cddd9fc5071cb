/** What a way through blocks has read from and written to Java memory so far, and can therefore know without reading again. */
package org.peaberry.compiler.pass.value;

import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;

import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.pass.ValueKey;
import org.peaberry.compiler.world.FieldInfo;

/** Calls, raw memory and machine operations forget everything. */
public final class MemoryState {
    private final Map<ValueKey, Instruction> values;

    MemoryState() {
        values = new HashMap<>();
    }

    /** A copy that goes on by itself. */
    MemoryState(MemoryState other) {
        values = new HashMap<>(other.values);
    }

    public static boolean isImmutable(FieldInfo field) {
        return field.isFinal() && !field.isStatic();
    }

    private static boolean isVolatile(FieldInfo field) {
        return Modifier.isVolatile(field.node().access);
    }

    /** A value that the read certainly gives, or null. */
    Instruction known(Instruction instruction) {
        return isRead(instruction) ? values.get(ValueKey.of(instruction)) : null;
    }

    private static boolean isRead(Instruction instruction) {
        return switch (instruction.opcode()) {
            case GET_FIELD, GET_STATIC -> !isVolatile(instruction.attribute(FieldInfo.class));
            case ARRAY_LOAD -> true;
            default -> false;
        };
    }

    void record(Instruction instruction) {
        switch (instruction.opcode()) {
            case GET_FIELD, GET_STATIC -> {
                if (isVolatile(instruction.attribute(FieldInfo.class))) {
                    values.clear();
                } else {
                    values.put(ValueKey.of(instruction), instruction);
                }
            }
            case ARRAY_LOAD -> values.put(ValueKey.of(instruction), instruction);
            case PUT_FIELD, PUT_STATIC, ARRAY_STORE -> recordWrite(instruction);
            case CALL, STORE, INTRINSIC, NEW, NEW_ARRAY -> values.clear();
            default -> { }
        }
    }

    private void recordWrite(Instruction write) {
        Opcode read = switch (write.opcode()) {
            case PUT_FIELD -> Opcode.GET_FIELD;
            case PUT_STATIC -> Opcode.GET_STATIC;
            default -> Opcode.ARRAY_LOAD;
        };
        values.keySet().removeIf(key -> key.opcode() == read && key.attribute() == write.attribute());
        MemoryKind kind = write.attribute() instanceof FieldInfo field ? field.type().memoryKind() : write.attribute(MemoryKind.class);
        boolean whole = kind.bytes() >= Integer.BYTES;
        if (whole && !(write.attribute() instanceof FieldInfo field && isVolatile(field))) {
            Instruction value = write.operand(write.operands().size() - 1);
            var places = write.operands().subList(0, write.operands().size() - 1).stream().map(ValueKey::identity).toList();
            values.put(new ValueKey(read, value.type(), write.attribute(), places), value);
        }
    }
}
