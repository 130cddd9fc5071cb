/** Ranges of values at a block, from what makes them and from the facts that hold there. */
package org.peaberry.compiler.pass.check;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;

public final class Ranges {
    private static final int DEPTH = 5;
    private static final int MOST_WAYS = 4;

    private final Facts facts;

    public Ranges(Facts facts) {
        this.facts = facts;
    }

    /** The range of an INT or LONG. */
    public Range of(Instruction value, Block at) {
        return of(value, at, DEPTH);
    }

    private Range of(Instruction value, Block at, int depth) {
        if (value.isConstant()) {
            return Range.exactly(value.constantValue());
        }
        return facts.narrow(value, depth == 0 ? Range.of(value.type()) : asMade(value, at, depth - 1), at);
    }

    private Range asMade(Instruction value, Block at, int depth) {
        return switch (value.opcode()) {
            case COMPARE, INSTANCE_OF -> Range.of(MemoryKind.BOOLEAN);
            case COMPARE_THREE_WAY -> new Range(-1, 1);
            case ARRAY_LENGTH -> new Range(0, Integer.MAX_VALUE);
            case LOAD, ARRAY_LOAD -> Range.of(value.attribute(MemoryKind.class));
            case INT_TO_BYTE -> converted(value, Range.of(MemoryKind.BYTE), at, depth);
            case INT_TO_SHORT -> converted(value, Range.of(MemoryKind.SHORT), at, depth);
            case INT_TO_CHAR -> converted(value, Range.of(MemoryKind.CHAR), at, depth);
            case LONG_TO_INT -> converted(value, Range.of(Type.INT), at, depth);
            case INT_TO_LONG -> of(value.operand(0), at, depth + 1);
            case INT_TO_LONG_UNSIGNED -> converted(value, new Range(0, 0xFFFFFFFFL), at, depth);
            case AND -> Range.masked(of(value.operand(0), at, depth), of(value.operand(1), at, depth), value.type());
            case OR, XOR -> of(value.operand(0), at, depth).joined(of(value.operand(1), at, depth), value.type());
            case SHL -> value.operand(1).isConstant() ? of(value.operand(0), at, depth).shiftedLeft(value) : Range.of(value.type());
            case USHR -> value.operand(1).isConstant() ? of(value.operand(0), at, depth).shiftedRight(value) : Range.of(value.type());
            case SHR -> value.operand(1).isConstant() ? of(value.operand(0), at, depth).shiftedRightSigned(value) : Range.of(value.type());
            case ADD -> of(value.operand(0), at, depth).plus(of(value.operand(1), at, depth), value.type());
            case SUB -> of(value.operand(0), at, depth).minus(of(value.operand(1), at, depth), value.type());
            case MUL -> of(value.operand(0), at, depth).times(of(value.operand(1), at, depth), value.type());
            case REM -> of(value.operand(0), at, depth).remainder(of(value.operand(1), at, depth), value.type());
            case PHI -> isInduction(value) && staysUp(value, depth) ? Range.notNegative(value.type()) : Range.of(value.type());
            default -> Range.of(value.type());
        };
    }

    private static boolean isInduction(Instruction phi) {
        return phi.operands().size() <= MOST_WAYS && phi.operands().stream().anyMatch(operand -> isSum(operand, phi));
    }

    private static boolean isSum(Instruction value, Instruction phi) {
        return value.opcode() == Opcode.ADD && (value.operand(0) == phi || value.operand(1) == phi);
    }

    /** Whether an induction variable is never negative: it starts so, and nothing negative is added to it, nor so much that it wraps around. */
    private boolean staysUp(Instruction phi, int depth) {
        for (int i = 0; i < phi.operands().size(); i++) {
            Instruction operand = phi.operand(i);
            boolean stays = operand == phi || (isSum(operand, phi) ? isStep(phi, operand, depth)
                    : depth > 0 && of(operand, phi.block().predecessors().get(i), depth - 1).isNeverNegative());
            if (!stays) {
                return false;
            }
        }
        return true;
    }

    private boolean isStep(Instruction phi, Instruction sum, int depth) {
        Instruction step = sum.operand(sum.operand(0) == phi ? 1 : 0);
        if (step.isConstant() && step.constantValue() == 1) {
            return facts.isBelowSomething(phi, sum.block());
        }
        Range steps = depth == 0 ? Range.of(step.type()) : of(step, sum.block(), depth - 1);
        long greatest = facts.narrow(phi, Range.of(phi.type()), sum.block()).greatest();
        return steps.isNeverNegative() && greatest <= Range.of(phi.type()).greatest() - steps.greatest();
    }

    /** What fits the target is not changed by the conversion; it takes nothing of the depth, as its operand is the only one. */
    private Range converted(Instruction conversion, Range target, Block at, int depth) {
        Range operand = of(conversion.operand(0), at, depth + 1);
        return operand.isWithin(target) ? operand : target;
    }
}
