/** An interval of signed integers, both ends included. */
package org.peaberry.compiler.pass.check;

import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.ir.Type;

/** An empty one ({@code least > greatest}) means that control does not get there. */
public record Range(long least, long greatest) {
    private static final Range INTS = new Range(Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final Range LONGS = new Range(Long.MIN_VALUE, Long.MAX_VALUE);

    /** All values of INT or LONG. */
    static Range of(Type type) {
        return type == Type.INT ? INTS : LONGS;
    }

    static Range exactly(long value) {
        return new Range(value, value);
    }

    /** Those that are not negative. */
    static Range notNegative(Type type) {
        return new Range(0, of(type).greatest);
    }

    /** What loading memory of that kind can give. */
    static Range of(MemoryKind kind) {
        return switch (kind) {
            case BOOLEAN -> new Range(0, 1);
            case BYTE -> new Range(Byte.MIN_VALUE, Byte.MAX_VALUE);
            case SHORT -> new Range(Short.MIN_VALUE, Short.MAX_VALUE);
            case CHAR -> new Range(0, Character.MAX_VALUE);
            default -> of(kind.type());
        };
    }

    boolean isNeverNegative() {
        return least >= 0;
    }

    boolean isWithin(Range other) {
        return least >= other.least && greatest <= other.greatest;
    }

    Range and(Range other) {
        return new Range(Math.max(least, other.least), Math.min(greatest, other.greatest));
    }

    /** The values of this range that fulfil {@code value condition bound}. */
    Range where(Condition condition, long bound) {
        return switch (condition) {
            case EQUAL -> and(exactly(bound));
            case LESS -> bound == Long.MIN_VALUE ? this : and(new Range(Long.MIN_VALUE, bound - 1));
            case LESS_OR_EQUAL -> and(new Range(Long.MIN_VALUE, bound));
            case GREATER -> bound == Long.MAX_VALUE ? this : and(new Range(bound + 1, Long.MAX_VALUE));
            case GREATER_OR_EQUAL -> and(new Range(bound, Long.MAX_VALUE));
            case BELOW_UNSIGNED -> bound > 0 ? and(new Range(0, bound - 1)) : this;
            case AT_OR_BELOW_UNSIGNED -> bound >= 0 ? and(new Range(0, bound)) : this;
            default -> this;
        };
    }

    /** Whether the condition holds of all values of the range (true), of none (false), or of some (null). */
    Boolean outcome(Condition condition, long bound) {
        return switch (condition) {
            case LESS -> greatest < bound ? Boolean.TRUE : least >= bound ? Boolean.FALSE : null;
            case GREATER -> least > bound ? Boolean.TRUE : greatest <= bound ? Boolean.FALSE : null;
            case EQUAL -> bound < least || bound > greatest ? Boolean.FALSE : least == bound && greatest == bound ? Boolean.TRUE : null;
            case LESS_OR_EQUAL, GREATER_OR_EQUAL, NOT_EQUAL -> negated(outcome(condition.negated(), bound));
            case BELOW_UNSIGNED -> least >= 0 && bound >= 0 ? outcome(Condition.LESS, bound) : null;
            case ABOVE_UNSIGNED -> least >= 0 && bound >= 0 ? outcome(Condition.GREATER, bound) : null;
            case AT_OR_ABOVE_UNSIGNED, AT_OR_BELOW_UNSIGNED -> negated(outcome(condition.negated(), bound));
        };
    }

    private static Boolean negated(Boolean outcome) {
        return outcome == null ? null : Boolean.valueOf(!outcome);
    }

    /** The range of the sum; everything the type holds when it may wrap around. */
    Range plus(Range other, Type type) {
        long low = least + other.least;
        long high = greatest + other.greatest;
        boolean overflows = ((least ^ low) & (other.least ^ low)) < 0 || ((greatest ^ high) & (other.greatest ^ high)) < 0;
        Range sum = new Range(low, high);
        return overflows || !sum.isWithin(of(type)) ? of(type) : sum;
    }

    /** The range of the difference; everything the type holds when it may wrap around. */
    Range minus(Range other, Type type) {
        return other.least == Long.MIN_VALUE ? of(type) : plus(new Range(-other.greatest, -other.least), type);
    }

    /** The range of the product of two values that are not negative. */
    Range times(Range other, Type type) {
        boolean isKnown = isNeverNegative() && other.isNeverNegative() && least <= greatest && other.least <= other.greatest
                && (greatest == 0 || other.greatest <= of(type).greatest / greatest);
        return isKnown ? new Range(least * other.least, greatest * other.greatest) : of(type);
    }

    /** The range of the remainder, when the dividend is not negative and the divisor is positive. */
    Range remainder(Range divisor, Type type) {
        return isNeverNegative() && divisor.least > 0 ? new Range(0, Math.min(greatest, divisor.greatest - 1)) : of(type);
    }

    /** The range of a bitwise and: a side that is not negative bounds the result. */
    static Range masked(Range left, Range right, Type type) {
        if (!left.isNeverNegative() && !right.isNeverNegative()) {
            return of(type);
        }
        long bound = !left.isNeverNegative() ? right.greatest : !right.isNeverNegative() ? left.greatest : Math.min(left.greatest, right.greatest);
        return new Range(0, bound);
    }

    /** The range of a bitwise or, inclusive or exclusive, of two values that are not negative: no bit is above the highest one of both. */
    Range joined(Range other, Type type) {
        if (!isNeverNegative() || !other.isNeverNegative()) {
            return of(type);
        }
        long highest = Long.highestOneBit(Math.max(greatest, other.greatest));
        return new Range(0, highest == 0 ? 0 : highest - 1 + highest);
    }

    /** The range after a shift to the left by a constant; everything the type holds when bits may be lost. */
    Range shiftedLeft(Instruction shift) {
        int bits = shift.type() == Type.INT ? Integer.SIZE : Long.SIZE;
        int count = (int) shift.operand(1).constantValue() & bits - 1;
        boolean fits = isNeverNegative() && greatest <= of(shift.type()).greatest >> count;
        return fits ? new Range(least << count, greatest << count) : of(shift.type());
    }

    /** The range after an unsigned shift to the right by a constant that is not zero, masked by the type. */
    Range shiftedRight(Instruction shift) {
        int bits = shift.type() == Type.INT ? Integer.SIZE : Long.SIZE;
        int count = (int) shift.operand(1).constantValue() & bits - 1;
        if (isNeverNegative()) {
            return new Range(least >>> count, greatest >>> count);
        }
        return count == 0 ? of(shift.type()) : new Range(0, -1L >>> Long.SIZE - bits + count);
    }

    /** The range after a signed shift to the right by a constant, masked by the type. */
    Range shiftedRightSigned(Instruction shift) {
        int bits = shift.type() == Type.INT ? Integer.SIZE : Long.SIZE;
        int count = (int) shift.operand(1).constantValue() & bits - 1;
        return new Range(least >> count, greatest >> count);
    }
}
