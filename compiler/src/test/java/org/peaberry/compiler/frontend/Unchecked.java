/** What a check must have come before: the IR interpreter executes no access that is not guarded. */
package org.peaberry.compiler.frontend;

import java.lang.reflect.Array;

import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.pass.Values;
import org.peaberry.compiler.world.FieldInfo;

/** Machine code would read or write other memory there, or fault. */
final class Unchecked {
    private final HostObjects objects;

    Unchecked(HostObjects objects) {
        this.objects = objects;
    }

    /** @throws IllegalStateException when the instruction needs a check that its operands do not pass */
    void refuse(Instruction instruction, Object[] operands) {
        if (!isGuarded(instruction, operands)) {
            throw new IllegalStateException("no check has come before " + instruction);
        }
    }

    private boolean isGuarded(Instruction instruction, Object[] operands) {
        return switch (instruction.opcode()) {
            case GET_FIELD, PUT_FIELD -> hasField(operands[0], instruction.attribute(FieldInfo.class));
            case ARRAY_LENGTH -> isArray(operands[0]);
            case ARRAY_LOAD, ARRAY_STORE -> isArray(operands[0]) && isInside(operands[0], (Integer) operands[1])
                    && (instruction.opcode() == Opcode.ARRAY_LOAD || mayHold(operands[0], operands[2]));
            case DIV, REM, PURE_INTRINSIC -> !Values.isDivision(instruction) || ((Number) operands[1]).longValue() != 0;
            case CALL -> instruction.attribute(Invocation.class).method().isStatic() || operands[0] != null;
            default -> true;
        };
    }

    private boolean hasField(Object object, FieldInfo field) {
        return objects.hostClass(field.owner()).isInstance(object);
    }

    private static boolean isArray(Object object) {
        return object != null && object.getClass().isArray();
    }

    private static boolean isInside(Object array, int index) {
        return index >= 0 && index < Array.getLength(array);
    }

    private static boolean mayHold(Object array, Object value) {
        Class<?> component = array.getClass().getComponentType();
        return value == null || component.isPrimitive() || component.isInstance(value);
    }
}
