/** What is known of an operation's value, given what is known of its operands. */
package org.peaberry.compiler.pass.constant;

import java.lang.reflect.Array;
import java.util.function.Function;

import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.pass.Values;
import org.peaberry.compiler.pass.check.Nullness;
import org.peaberry.compiler.pass.type.StaticTypes;
import org.peaberry.compiler.pass.value.Arithmetic;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.World;

/** Monotonic: less known of an operand never means more known of the value, so that propagation ends. */
final class ConstantTransfer {
    private final Graph graph;
    private final StaticTypes types;
    private final Nullness nullness;
    private final Function<Instruction, LatticeValue> known;

    /** @param known what is known of operands */
    ConstantTransfer(Graph graph, World world, Nullness nullness, Function<Instruction, LatticeValue> known) {
        this.graph = graph;
        this.types = new StaticTypes(world);
        this.nullness = nullness;
        this.known = known;
    }

    /** Of anything but a phi. */
    LatticeValue valueOf(Instruction instruction) {
        return switch (instruction.opcode()) {
            case CONST -> LatticeValue.number(instruction.constantValue());
            case NULL -> LatticeValue.NULL;
            case OBJECT -> LatticeValue.object(instruction.attribute(), types.exactType(instruction));
            case NEW, NEW_ARRAY -> LatticeValue.notNull(instruction.attribute(ClassInfo.class));
            case CHECK_CAST -> operand(instruction, 0);
            case INSTANCE_OF -> typeTest(operand(instruction, 0), instruction.attribute(ClassInfo.class));
            case COMPARE -> comparison(instruction);
            case ARRAY_LENGTH -> length(operand(instruction, 0));
            default -> instruction.operands().isEmpty() || !instruction.opcode().isPure() ? reference(instruction) : arithmetic(instruction);
        };
    }

    private LatticeValue operand(Instruction instruction, int index) {
        return known.apply(instruction.operand(index));
    }

    private LatticeValue reference(Instruction value) {
        boolean isReceiver = value.opcode() == Opcode.PARAMETER && value.attribute(Integer.class) == 0
                && graph.method() != null && !graph.method().isStatic();
        return isReceiver || Values.isNeverNull(value) || nullness.isNeverNull(value) ? LatticeValue.notNull(null) : LatticeValue.VARIES;
    }

    private static LatticeValue typeTest(LatticeValue value, ClassInfo type) {
        if (value.isUndefined()) {
            return value;
        }
        if (value.isNull()) {
            return LatticeValue.number(0);
        }
        return value.exactType() == null ? LatticeValue.VARIES : LatticeValue.number(value.exactType().isSubtypeOf(type) ? 1 : 0);
    }

    private static LatticeValue length(LatticeValue array) {
        boolean isKnown = array.isObject() && array.object().getClass().isArray();
        return isKnown ? LatticeValue.number(Array.getLength(array.object())) : array.isUndefined() ? array : LatticeValue.VARIES;
    }

    // ---- Arithmetic.

    private LatticeValue arithmetic(Instruction operation) {
        boolean allNumbers = true;
        for (Instruction operand : operation.operands()) {
            LatticeValue value = known.apply(operand);
            if (value.isUndefined()) {
                return value;
            }
            allNumbers &= value.isNumber();
        }
        if (!allNumbers) {
            return absorbing(operation);
        }
        Long result = Arithmetic.evaluate(operation, operand(operation, 0).number(), operation.operands().size() > 1 ? operand(operation, 1).number() : 0);
        return result == null ? LatticeValue.VARIES : LatticeValue.number(result);
    }

    /** One operand may decide alone: x &amp; 0, x * 0, x | -1. */
    private LatticeValue absorbing(Instruction operation) {
        long decisive = operation.opcode() == Opcode.OR ? -1 : 0;
        boolean canDecide = switch (operation.opcode()) {
            case AND, MUL, OR -> operand(operation, 0).isNumber(decisive) || operand(operation, 1).isNumber(decisive);
            default -> false;
        };
        return canDecide ? LatticeValue.number(decisive) : LatticeValue.VARIES;
    }

    /** Whether the condition of a COMPARE or BRANCH holds: 0, 1, or not known. */
    LatticeValue comparison(Instruction comparison) {
        LatticeValue left = operand(comparison, 0);
        LatticeValue right = operand(comparison, 1);
        if (left.isUndefined() || right.isUndefined()) {
            return LatticeValue.UNDEFINED;
        }
        Condition condition = comparison.attribute(Condition.class);
        if (left.isNumber() && right.isNumber()) {
            return LatticeValue.number(Arithmetic.holds(condition, left.number(), right.number()) ? 1 : 0);
        }
        Boolean same = isSame(left, right);
        return same == null ? LatticeValue.VARIES : LatticeValue.number(same == (condition == Condition.EQUAL) ? 1 : 0);
    }

    /** Of references; null when that is not known. */
    private static Boolean isSame(LatticeValue left, LatticeValue right) {
        if (left.isNull() && right.isNull()) {
            return true;
        }
        if (left.isNull() && right.isNeverNull() || left.isNeverNull() && right.isNull()) {
            return false;
        }
        return left.isObject() && right.isObject() ? Boolean.valueOf(left.object() == right.object()) : null;
    }

    // ---- Checks.

    /** Whether a check passes with what is known, or its operands are not known yet; not of anything else. */
    boolean passes(Instruction check) {
        return switch (check.opcode()) {
            case NULL_CHECK -> isNeverNull(operand(check, 0));
            case ZERO_CHECK -> isNeverZero(operand(check, 0));
            case BOUNDS_CHECK -> isInside(operand(check, 0), operand(check, 1));
            case CHECK_CAST -> isInstance(operand(check, 0), check.attribute(ClassInfo.class));
            default -> false;
        };
    }

    private static boolean isNeverNull(LatticeValue value) {
        return value.isUndefined() || value.isNeverNull();
    }

    private static boolean isNeverZero(LatticeValue value) {
        return value.isUndefined() || value.isNumber() && value.number() != 0;
    }

    private static boolean isInstance(LatticeValue value, ClassInfo type) {
        return value.isUndefined() || value.isNull() || typeTest(value, type).isNumber(1);
    }

    private static boolean isInside(LatticeValue index, LatticeValue length) {
        if (index.isUndefined() || length.isUndefined()) {
            return true;
        }
        return index.isNumber() && length.isNumber() && index.number() >= 0 && index.number() < length.number();
    }
}
