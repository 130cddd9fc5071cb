/** Algebraic identities and cheaper forms of single operations. */
package org.peaberry.compiler.pass.value;

import java.lang.reflect.Array;

import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.pass.Edits;
import org.peaberry.compiler.pass.Values;

/** Constants stand on the right after {@link #simplify}; instructions made here are placed in front of the one they replace. */
final class Identities {
    private Identities() {
    }

    /** A simpler value that equals this one, or null. */
    static Instruction simplify(Graph graph, Instruction operation) {
        return switch (operation.opcode()) {
            case ADD, MUL, AND, OR, XOR, SUB, SHL, SHR, USHR, DIV, REM -> simplifyBinary(graph, operation);
            case NEG -> operation.operand(0).opcode() == Opcode.NEG ? operation.operand(0).operand(0) : null;
            case LONG_TO_INT -> isExtension(operation.operand(0)) ? operation.operand(0).operand(0) : null;
            case INT_TO_BYTE, INT_TO_SHORT, INT_TO_CHAR -> simplifyNarrowing(graph, operation);
            case COMPARE -> simplifyComparison(graph, operation);
            case ARRAY_LENGTH -> knownLength(graph, operation);
            default -> null;
        };
    }

    /** The length of an array made here, or of one in the image heap. */
    private static Instruction knownLength(Graph graph, Instruction operation) {
        Instruction array = operation.operand(0);
        if (array.opcode() == Opcode.OBJECT && array.attribute().getClass().isArray()) {
            return Edits.constantBefore(graph, operation, Type.INT, Array.getLength(array.attribute()));
        }
        return array.opcode() == Opcode.NEW_ARRAY ? array.operand(0) : null;
    }

    private static boolean isExtension(Instruction value) {
        return value.opcode() == Opcode.INT_TO_LONG || value.opcode() == Opcode.INT_TO_LONG_UNSIGNED;
    }

    private static Instruction simplifyNarrowing(Graph graph, Instruction operation) {
        Instruction value = operation.operand(0);
        if (value.opcode() == Opcode.AND && value.operand(1).isConstant()) {
            return simplifyNarrowedMask(graph, operation, value, value.operand(1).constantValue());
        }
        boolean narrowAlready = value.opcode() == operation.opcode() || Values.isBoolean(value)
                || (value.opcode() == Opcode.LOAD || value.opcode() == Opcode.ARRAY_LOAD) && value.attribute() == switch (operation.opcode()) {
                    case INT_TO_BYTE -> MemoryKind.BYTE;
                    case INT_TO_SHORT -> MemoryKind.SHORT;
                    default -> MemoryKind.CHAR;
                };
        return narrowAlready ? value : null;
    }

    /** A mask that leaves nothing to narrow, or that only clears what narrowing clears anyway. */
    private static Instruction simplifyNarrowedMask(Graph graph, Instruction operation, Instruction masked, long mask) {
        long largest = switch (operation.opcode()) {
            case INT_TO_BYTE -> Byte.MAX_VALUE;
            case INT_TO_SHORT -> Short.MAX_VALUE;
            default -> Character.MAX_VALUE;
        };
        if (mask >= 0 && mask <= largest) {
            return masked;
        }
        long kept = operation.opcode() == Opcode.INT_TO_CHAR ? largest : 2 * largest + 1;
        return (mask & kept) == kept ? Edits.insertBefore(graph, operation, operation.opcode(), Type.INT, null, masked.operand(0)) : null;
    }

    private static Instruction simplifyBinary(Graph graph, Instruction operation) {
        Instruction left = operation.operand(0);
        Instruction right = operation.operand(1);
        if (left.isConstant() && !right.isConstant() && operation.opcode().isCommutative()) {
            operation.setOperand(0, right);
            operation.setOperand(1, left);
            return simplifyBinary(graph, operation);
        }
        if (left == right) {
            return ofEqualOperands(graph, operation, left);
        }
        if (!right.isConstant()) {
            return operation.opcode() == Opcode.OR ? Rotation.of(graph, operation) : otherBits(graph, operation, left, right);
        }
        Instruction simpler = withConstant(graph, operation, left, right.constantValue());
        return simpler != null ? simpler : reassociate(graph, operation, left, right);
    }

    private static Instruction ofEqualOperands(Graph graph, Instruction operation, Instruction value) {
        return switch (operation.opcode()) {
            case AND, OR -> value;
            case SUB, XOR -> Edits.constantBefore(graph, operation, operation.type(), 0);
            default -> null;
        };
    }

    private static Instruction withConstant(Graph graph, Instruction operation, Instruction left, long constant) {
        return switch (operation.opcode()) {
            case ADD -> constant == 0 ? left : null;
            case XOR -> constant == 0 ? left : constant == 1 && left.opcode() == Opcode.COMPARE
                    ? compare(graph, operation, left.attribute(Condition.class).negated(), left) : null;
            case SUB -> constant == 0 ? left : Edits.insertBefore(graph, operation, Opcode.ADD, operation.type(), null, left,
                    Edits.constantBefore(graph, operation, operation.type(), operation.type() == Type.INT ? -(int) constant : -constant));
            case OR -> constant == 0 ? left : constant == -1 ? operation.operand(1) : null;
            case AND -> constant == -1 ? left : constant == 0 ? operation.operand(1) : simplifyMask(graph, operation, left, constant);
            case SHL, USHR -> (constant & shiftMask(operation)) == 0 ? left : null;
            case SHR -> (constant & shiftMask(operation)) == 0 ? left : isSign(operation, left, constant)
                    ? Edits.constantBefore(graph, operation, operation.type(), 0) : null;
            case MUL, DIV, REM -> StrengthReduction.reduce(graph, operation, left, constant);
            default -> null;
        };
    }

    /** Whether all bits of a value that is not negative are shifted out: divisions by powers of two look at the sign so. */
    private static boolean isSign(Instruction shift, Instruction value, long count) {
        return (count & shiftMask(shift)) == shiftMask(shift) && Values.isNeverNegative(value);
    }

    /** x - (x & c) is x & ~c, also where x is y & d, and x & c has become y & c. */
    private static Instruction otherBits(Graph graph, Instruction operation, Instruction left, Instruction right) {
        if (operation.opcode() != Opcode.SUB || !isMasked(right)) {
            return null;
        }
        long taken = right.operand(1).constantValue();
        boolean isPart = right.operand(0) == left
                || isMasked(left) && left.operand(0) == right.operand(0) && (taken & ~left.operand(1).constantValue()) == 0;
        return isPart ? Edits.insertBefore(graph, operation, Opcode.AND, operation.type(), null, left,
                Edits.constantBefore(graph, operation, operation.type(), ~taken)) : null;
    }

    private static boolean isMasked(Instruction value) {
        return value.opcode() == Opcode.AND && value.operand(1).isConstant();
    }

    private static long shiftMask(Instruction shift) {
        return shift.type() == Type.INT ? Integer.SIZE - 1 : Long.SIZE - 1;
    }

    /** (int to long) & 0xFFFFFFFF, and masks of what is 0 or 1 anyway. */
    private static Instruction simplifyMask(Graph graph, Instruction operation, Instruction left, long mask) {
        if (mask == 0xFFFFFFFFL && left.opcode() == Opcode.INT_TO_LONG) {
            return Edits.insertBefore(graph, operation, Opcode.INT_TO_LONG_UNSIGNED, Type.LONG, null, left.operand(0));
        }
        boolean unchanged = Values.isBoolean(left) && (mask & 1) != 0 || mask == 0xFFFFFFFFL && left.opcode() == Opcode.INT_TO_LONG_UNSIGNED;
        return unchanged ? left : null;
    }

    /** (x op c) op d becomes x op (c op d), where op is associative; not of constants alone, which would go round for ever before they are computed. */
    private static Instruction reassociate(Graph graph, Instruction operation, Instruction left, Instruction right) {
        Opcode opcode = operation.opcode();
        if (left.opcode() != opcode || !opcode.isCommutative() || !left.operand(1).isConstant() || left.operand(0).isConstant()) {
            return null;
        }
        Instruction both = Edits.insertBefore(graph, operation, opcode, operation.type(), null, left.operand(1), right);
        return Edits.insertBefore(graph, operation, opcode, operation.type(), null, left.operand(0), both);
    }

    // ---- Comparisons.

    private static Instruction simplifyComparison(Graph graph, Instruction comparison) {
        Instruction left = comparison.operand(0);
        Instruction right = comparison.operand(1);
        Condition condition = comparison.attribute(Condition.class);
        if (left == right) {
            return Edits.constantBefore(graph, comparison, Type.INT, Arithmetic.holds(condition, 0, 0) ? 1 : 0);
        }
        if (left.opcode() == Opcode.COMPARE_THREE_WAY && right.isConstant() && right.constantValue() == 0) {
            return compare(graph, comparison, condition, left);
        }
        if (left.opcode() == Opcode.COMPARE && right.isConstant()) {
            Condition same = sameAs(condition, right.constantValue(), left);
            return same == null ? null : same == left.attribute() ? left : compare(graph, comparison, same, left);
        }
        Instruction unsigned = UnsignedComparison.of(graph, comparison);
        return unsigned == null ? null : Edits.placeBefore(comparison, unsigned);
    }

    /** A comparison of what another one compared. */
    private static Instruction compare(Graph graph, Instruction place, Condition condition, Instruction other) {
        return Edits.insertBefore(graph, place, Opcode.COMPARE, Type.INT, condition, other.operand(0), other.operand(1));
    }

    /** The condition that holds of a comparison's operands when its result, compared with a constant, fulfils the other one; null if it is no single one. */
    private static Condition sameAs(Condition condition, long constant, Instruction comparison) {
        boolean whenFalse = Arithmetic.holds(condition, 0, constant);
        boolean whenTrue = Arithmetic.holds(condition, 1, constant);
        Condition inner = comparison.attribute(Condition.class);
        return whenFalse == whenTrue ? null : whenTrue ? inner : inner.negated();
    }

    /** A branch on a comparison's result as a branch on what was compared; null when it is no such branch. */
    static Instruction directBranch(Graph graph, Instruction branch) {
        Instruction left = branch.operand(0);
        Instruction right = branch.operand(1);
        Condition condition = branch.attribute(Condition.class);
        if (left.isConstant() && !right.isConstant()) {
            return graph.create(Opcode.BRANCH, Type.VOID, condition.swapped(), right, left);
        }
        Instruction unsigned = UnsignedComparison.of(graph, branch);
        if (unsigned != null) {
            return unsigned;
        }
        if (!right.isConstant()) {
            return null;
        }
        if (left.opcode() == Opcode.COMPARE) {
            Condition same = sameAs(condition, right.constantValue(), left);
            return same == null ? null : graph.create(Opcode.BRANCH, Type.VOID, same, left.operand(0), left.operand(1));
        }
        if (left.opcode() == Opcode.COMPARE_THREE_WAY && right.constantValue() == 0) {
            return graph.create(Opcode.BRANCH, Type.VOID, condition, left.operand(0), left.operand(1));
        }
        return branchOnFlippedBit(graph, branch, left, right);
    }

    /** (x ^ 1) == 0, with x 0 or 1, is x != 0. */
    private static Instruction branchOnFlippedBit(Graph graph, Instruction branch, Instruction left, Instruction right) {
        Condition condition = branch.attribute(Condition.class);
        boolean isEquality = condition == Condition.EQUAL || condition == Condition.NOT_EQUAL;
        if (isEquality && right.constantValue() == 0 && left.opcode() == Opcode.XOR && left.operand(1).isConstant()
                && left.operand(1).constantValue() == 1 && Values.isBoolean(left.operand(0))) {
            return graph.create(Opcode.BRANCH, Type.VOID, condition.negated(), left.operand(0), right);
        }
        return null;
    }
}
