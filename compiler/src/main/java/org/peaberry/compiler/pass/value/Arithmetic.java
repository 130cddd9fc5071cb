/** Java's arithmetic on constants. */
package org.peaberry.compiler.pass.value;

import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.runtime.annotation.Intrinsic.Operation;

public final class Arithmetic {
    private Arithmetic() {
    }

    /** The value of an operation whose operands are all constants; null when it has none, such as a division by zero. */
    static Long evaluate(Instruction operation) {
        if (operation.operands().isEmpty() || !operation.operands().stream().allMatch(Instruction::isConstant)) {
            return null;
        }
        return evaluate(operation, operation.operand(0).constantValue(), operation.operands().size() > 1 ? operation.operand(1).constantValue() : 0);
    }

    /** The value of an operation on these operands; null when it has none.
     * @param right 0 when there is one operand */
    public static Long evaluate(Instruction operation, long left, long right) {
        return switch (operation.opcode()) {
            case INT_TO_LONG -> left;
            case INT_TO_LONG_UNSIGNED -> left & 0xFFFFFFFFL;
            case LONG_TO_INT -> (long) (int) left;
            case INT_TO_BYTE -> (long) (byte) left;
            case INT_TO_CHAR -> (long) (char) left;
            case INT_TO_SHORT -> (long) (short) left;
            case COMPARE_THREE_WAY -> (long) Long.compare(left, right);
            case COMPARE -> holds(operation.attribute(Condition.class), left, right) ? 1L : 0L;
            case DIV, REM -> right == 0 ? null : Long.valueOf(narrow(operation, operation.opcode() == Opcode.DIV ? left / right : left % right));
            case PURE_INTRINSIC -> intrinsic(operation.attribute(Operation.class), left, right);
            case ADD, SUB, MUL, AND, OR, XOR, SHL, SHR, USHR, NEG -> narrow(operation, compute(operation, left, right));
            default -> FloatingPointArithmetic.evaluate(operation, left, right);
        };
    }

    private static long narrow(Instruction operation, long value) {
        return operation.type() == Type.INT ? (int) value : value;
    }

    private static long compute(Instruction operation, long left, long right) {
        boolean isInt = operation.type() == Type.INT;
        return switch (operation.opcode()) {
            case ADD -> left + right;
            case SUB -> left - right;
            case MUL -> left * right;
            case AND -> left & right;
            case OR -> left | right;
            case XOR -> left ^ right;
            case NEG -> -left;
            case SHL -> isInt ? (int) left << (int) right : left << right;
            case SHR -> isInt ? (int) left >> (int) right : left >> right;
            default -> isInt ? (int) left >>> (int) right : left >>> right;
        };
    }

    private static Long intrinsic(Operation operation, long left, long right) {
        return switch (operation) {
            case DIVIDE_UNSIGNED_LONG -> right == 0 ? null : Long.valueOf(Long.divideUnsigned(left, right));
            case REMAINDER_UNSIGNED_LONG -> right == 0 ? null : Long.valueOf(Long.remainderUnsigned(left, right));
            case MULTIPLY_HIGH -> Math.multiplyHigh(left, right);
            case COUNT_TRAILING_ZEROS_INT -> (long) Integer.numberOfTrailingZeros((int) left);
            case COUNT_TRAILING_ZEROS_LONG -> (long) Long.numberOfTrailingZeros(left);
            case COUNT_LEADING_ZEROS_INT -> (long) Integer.numberOfLeadingZeros((int) left);
            case COUNT_LEADING_ZEROS_LONG -> (long) Long.numberOfLeadingZeros(left);
            case REVERSE_BYTES_INT -> (long) Integer.reverseBytes((int) left);
            case REVERSE_BYTES_LONG -> Long.reverseBytes(left);
            case ROTATE_LEFT_INT -> (long) Integer.rotateLeft((int) left, (int) right);
            case ROTATE_LEFT_LONG -> Long.rotateLeft(left, (int) right);
            default -> null;
        };
    }

    /** INT operands are sign-extended, which keeps the unsigned order. */
    public static boolean holds(Condition condition, long left, long right) {
        return switch (condition) {
            case EQUAL -> left == right;
            case NOT_EQUAL -> left != right;
            case LESS -> left < right;
            case GREATER_OR_EQUAL -> left >= right;
            case GREATER -> left > right;
            case LESS_OR_EQUAL -> left <= right;
            case BELOW_UNSIGNED -> Long.compareUnsigned(left, right) < 0;
            case AT_OR_ABOVE_UNSIGNED -> Long.compareUnsigned(left, right) >= 0;
            case ABOVE_UNSIGNED -> Long.compareUnsigned(left, right) > 0;
            case AT_OR_BELOW_UNSIGNED -> Long.compareUnsigned(left, right) <= 0;
        };
    }
}
