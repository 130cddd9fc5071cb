/** Java's arithmetic, by Java itself. */
package org.peaberry.compiler.frontend;

import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Type;
import org.peaberry.runtime.annotation.Intrinsic.Operation;

final class Evaluation {
    private Evaluation() {
    }

    static Object evaluate(Instruction instruction, Object[] v) {
        return switch (instruction.opcode()) {
            case INT_TO_LONG -> (long) (Integer) v[0];
            case INT_TO_LONG_UNSIGNED -> Integer.toUnsignedLong((Integer) v[0]);
            case LONG_TO_INT -> (int) (long) (Long) v[0];
            case INT_TO_BYTE -> (int) (byte) (int) (Integer) v[0];
            case INT_TO_CHAR -> (int) (char) (int) (Integer) v[0];
            case INT_TO_SHORT -> (int) (short) (int) (Integer) v[0];
            case COMPARE_THREE_WAY -> Long.compare((Long) v[0], (Long) v[1]);
            case PURE_INTRINSIC -> intrinsic(instruction.attribute(Operation.class), v);
            default -> instruction.type() == Type.INT ? (Object) ofInts(instruction, v) : (Object) ofLongs(instruction, v);
        };
    }

    static boolean holds(Condition condition, long a, long b) {
        return switch (condition) {
            case EQUAL -> a == b;
            case NOT_EQUAL -> a != b;
            case LESS -> a < b;
            case GREATER_OR_EQUAL -> a >= b;
            case GREATER -> a > b;
            case LESS_OR_EQUAL -> a <= b;
            case BELOW_UNSIGNED -> Long.compareUnsigned(a, b) < 0;
            case AT_OR_ABOVE_UNSIGNED -> Long.compareUnsigned(a, b) >= 0;
            case ABOVE_UNSIGNED -> Long.compareUnsigned(a, b) > 0;
            case AT_OR_BELOW_UNSIGNED -> Long.compareUnsigned(a, b) <= 0;
        };
    }

    private static int ofInts(Instruction instruction, Object[] v) {
        int a = (Integer) v[0];
        int b = v.length > 1 ? (Integer) v[1] : 0;
        return switch (instruction.opcode()) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case AND -> a & b;
            case OR -> a | b;
            case XOR -> a ^ b;
            case SHL -> a << b;
            case SHR -> a >> b;
            case USHR -> a >>> b;
            case NEG -> -a;
            case DIV -> a / b;
            case REM -> a % b;
            default -> throw new IllegalStateException("not arithmetic: " + instruction);
        };
    }

    private static long ofLongs(Instruction instruction, Object[] v) {
        long a = (Long) v[0];
        long b = v.length > 1 ? ((Number) v[1]).longValue() : 0;
        return switch (instruction.opcode()) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case AND -> a & b;
            case OR -> a | b;
            case XOR -> a ^ b;
            case SHL -> a << b;
            case SHR -> a >> b;
            case USHR -> a >>> b;
            case NEG -> -a;
            case DIV -> a / b;
            case REM -> a % b;
            default -> throw new IllegalStateException("not arithmetic: " + instruction);
        };
    }

    private static Object intrinsic(Operation operation, Object[] v) {
        return switch (operation) {
            case COUNT_TRAILING_ZEROS_INT -> Integer.numberOfTrailingZeros((Integer) v[0]);
            case COUNT_TRAILING_ZEROS_LONG -> Long.numberOfTrailingZeros((Long) v[0]);
            case COUNT_LEADING_ZEROS_INT -> Integer.numberOfLeadingZeros((Integer) v[0]);
            case COUNT_LEADING_ZEROS_LONG -> Long.numberOfLeadingZeros((Long) v[0]);
            case MULTIPLY_HIGH -> Math.multiplyHigh((Long) v[0], (Long) v[1]);
            case MULTIPLY_HIGH_UNSIGNED -> Math.multiplyHigh((Long) v[0], (Long) v[1]) + ((Long) v[0] >> 63 & (Long) v[1]) + ((Long) v[1] >> 63 & (Long) v[0]);
            case ROTATE_LEFT_INT -> Integer.rotateLeft((Integer) v[0], (Integer) v[1]);
            case ROTATE_LEFT_LONG -> Long.rotateLeft((Long) v[0], (Integer) v[1]);
            case REVERSE_BYTES_INT -> Integer.reverseBytes((Integer) v[0]);
            case REVERSE_BYTES_LONG -> Long.reverseBytes((Long) v[0]);
            case DIVIDE_UNSIGNED_INT -> Integer.divideUnsigned((Integer) v[0], (Integer) v[1]);
            case REMAINDER_UNSIGNED_INT -> Integer.remainderUnsigned((Integer) v[0], (Integer) v[1]);
            case DIVIDE_UNSIGNED_LONG -> Long.divideUnsigned((Long) v[0], (Long) v[1]);
            case REMAINDER_UNSIGNED_LONG -> Long.remainderUnsigned((Long) v[0], (Long) v[1]);
            default -> throw new IllegalStateException("not interpreted: " + operation);
        };
    }
}
