/** What follows from facts, ranges and induction: checks that pass and branches that are decided. */
package org.peaberry.compiler.pass.check;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;

final class Proofs {
    private final Facts facts;
    private final Ranges ranges;

    Proofs(Facts facts) {
        this.facts = facts;
        ranges = new Ranges(facts);
    }

    /** Whether a bounds or zero check certainly passes. */
    boolean passes(Instruction check) {
        Block at = check.block();
        Instruction value = check.operand(0);
        if (check.opcode() == Opcode.ZERO_CHECK) {
            return facts.isNonZero(value, at) || Boolean.FALSE.equals(ranges.of(value, at).outcome(Condition.EQUAL, 0));
        }
        Instruction length = check.operand(1);
        if (facts.holds(value, Condition.BELOW_UNSIGNED, length, at)) {
            return true;
        }
        Range range = ranges.of(value, at);
        if (range.greatest() < ranges.of(length, at).least() && range.isNeverNegative()) {
            return true;
        }
        return range.isNeverNegative() && facts.holds(value, Condition.LESS, length, at);
    }

    /** What a branch will do when that follows from an earlier one, otherwise null. */
    Boolean outcome(Instruction branch) {
        Block at = branch.block();
        Condition condition = branch.attribute(Condition.class);
        Instruction left = branch.operand(0);
        Instruction right = branch.operand(1);
        if (facts.holds(left, condition, right, at)) {
            return true;
        }
        if (facts.holds(left, condition.negated(), right, at)) {
            return false;
        }
        if (right.opcode() == Opcode.NULL && facts.isNonNull(left, at)) {
            return condition == Condition.NOT_EQUAL;
        }
        return right.isConstant() ? ranges.of(left, at).outcome(condition, right.constantValue()) : null;
    }
}
