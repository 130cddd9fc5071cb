/** Two shifts of one value in opposite directions, put together, are a rotation. */
package org.peaberry.compiler.pass.value;

import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.pass.Edits;
import org.peaberry.runtime.annotation.Intrinsic.Operation;

/** So are Integer.rotateRight and its like in the JDK, and what programs write themselves. */
final class Rotation {
    private Rotation() {
    }

    /** The rotation that equals a disjunction, placed before it; null when it is none. */
    static Instruction of(Graph graph, Instruction disjunction) {
        Instruction one = disjunction.operand(0);
        Instruction other = disjunction.operand(1);
        Instruction left = one.opcode() == Opcode.SHL ? one : other;
        Instruction right = left == one ? other : one;
        boolean areOpposite = left.opcode() == Opcode.SHL && right.opcode() == Opcode.USHR && left.operand(0) == right.operand(0);
        if (!areOpposite || !isWhole(disjunction.type(), left.operand(1), right.operand(1))) {
            return null;
        }
        Operation operation = disjunction.type() == Type.INT ? Operation.ROTATE_LEFT_INT : Operation.ROTATE_LEFT_LONG;
        return Edits.insertBefore(graph, disjunction, Opcode.PURE_INTRINSIC, disjunction.type(), operation, left.operand(0), left.operand(1));
    }

    /** Whether the two distances add up to the width, of which processor and language take the remainder. */
    private static boolean isWhole(Type type, Instruction one, Instruction other) {
        int width = type == Type.INT ? Integer.SIZE : Long.SIZE;
        if (one.isConstant() && other.isConstant()) {
            return (one.constantValue() + other.constantValue()) % width == 0 && one.constantValue() % width != 0;
        }
        return isNegative(one, other, width) || isNegative(other, one, width);
    }

    /** Whether one distance is the other's negative, or what it lacks to the width. */
    private static boolean isNegative(Instruction one, Instruction other, int width) {
        return one.opcode() == Opcode.NEG && one.operand(0) == other
                || one.opcode() == Opcode.SUB && one.operand(1) == other && one.operand(0).isConstant() && one.operand(0).constantValue() % width == 0;
    }
}
