/** What makes two operations equal. */
package org.peaberry.compiler.pass;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;

/** @param operands instructions, or the values of constants, which need not be one instruction */
public record ValueKey(Opcode opcode, Type type, Object attribute, List<Object> operands) {
    public static ValueKey of(Instruction instruction) {
        List<Object> operands = new ArrayList<>(instruction.operands().size());
        for (Instruction operand : instruction.operands()) {
            operands.add(identity(operand));
        }
        if (instruction.opcode().isCommutative()) {
            operands.sort(Comparator.comparingInt(ValueKey::order));
        }
        Object attribute = instruction.attribute();
        return new ValueKey(instruction.opcode(), instruction.type(), instruction.opcode() == Opcode.OBJECT ? new Same(attribute) : attribute, operands);
    }

    public static Object identity(Instruction operand) {
        return switch (operand.opcode()) {
            case CONST -> List.of(operand.type(), operand.attribute());
            case NULL -> Opcode.NULL;
            case OBJECT -> new Same(operand.attribute());
            default -> operand;
        };
    }

    private static int order(Object identity) {
        return identity instanceof Instruction instruction ? instruction.id() : -1;
    }

    /** Equal to the wrapper of the same object only. */
    private record Same(Object object) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Same that && that.object == object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }
    }
}
