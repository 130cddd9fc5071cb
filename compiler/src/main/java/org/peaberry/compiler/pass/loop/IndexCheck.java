/** A bounds check of a counted loop's index, or of its sum with a constant. */
package org.peaberry.compiler.pass.loop;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;

/** @param offset what is added to the index */
record IndexCheck(Instruction check, long offset) {
    private static final long GREATEST_OFFSET = 1 << 16;

    /** The index must be below a length less an offset that is not negative. */
    record Bound(Instruction length, long offset) {
    }

    /** Null when the check is of something else, or the length changes in the loop. */
    static IndexCheck of(Instruction check, CountedLoop loop) {
        Instruction value = check.operand(0);
        boolean isSum = value.opcode() == Opcode.ADD && value.operand(0) == loop.index() && value.operand(1).isConstant();
        long offset = isSum ? value.operand(1).constantValue() : 0;
        boolean isOfIndex = (isSum || value == loop.index()) && Math.abs(offset) <= GREATEST_OFFSET;
        return isOfIndex && !loop.body().contains(check.operand(1).block()) ? new IndexCheck(check, offset) : null;
    }

    /** What makes all of the checks pass when the least value passes. For a negative offset it is lower than need be, so that it fits an INT. */
    static Set<Bound> bounds(List<IndexCheck> checks) {
        Set<Bound> bounds = new LinkedHashSet<>();
        checks.forEach(check -> bounds.add(new Bound(check.check.operand(1), Math.max(0, check.offset))));
        return bounds;
    }
}
