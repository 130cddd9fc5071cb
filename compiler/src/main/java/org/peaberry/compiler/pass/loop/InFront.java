/** Computes in front of a loop what does not change in it. */
package org.peaberry.compiler.pass.loop;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.pass.Edits;
import org.peaberry.compiler.pass.Values;
import org.peaberry.compiler.pass.check.Facts;
import org.peaberry.compiler.pass.value.MemoryState;
import org.peaberry.compiler.world.FieldInfo;

/** Copies of expressions that cannot fail; the originals stay where they are. */
final class InFront {
    private static final int DEPTH = 4;

    private final Graph graph;
    private final Set<Block> body;
    private final Block before;
    private final LoopWrites writes;
    private final Facts facts;
    private final Map<Instruction, Instruction> made = new HashMap<>();

    /** @param before the only block from which the loop is entered; it ends with a jump
     * @param facts what the graph's branches and checks tell */
    InFront(Graph graph, Set<Block> body, Block before, Facts facts) {
        this(graph, body, before, new LoopWrites(body), facts);
    }

    /** @param writes what the loop writes */
    InFront(Graph graph, Set<Block> body, Block before, LoopWrites writes, Facts facts) {
        this.graph = graph;
        this.body = body;
        this.before = before;
        this.writes = writes;
        this.facts = facts;
    }

    /** Whether the value can be had in front of the loop. */
    boolean isPossible(Instruction value) {
        return isPossible(value, DEPTH);
    }

    private boolean isPossible(Instruction value, int depth) {
        if (!body.contains(value.block())) {
            return true;
        }
        return depth > 0 && isMovable(value) && value.operands().stream().allMatch(operand -> isPossible(operand, depth - 1));
    }

    /** Whether this cannot fail in front of the loop, and gives the same there as in it, if its operands do. */
    boolean isMovable(Instruction value) {
        return switch (value.opcode()) {
            case PHI -> false;
            case ARRAY_LENGTH -> facts.isNonNull(value.operand(0), before);
            case GET_FIELD -> isUnchanged(value) && facts.isNonNull(value.operand(0), before);
            case GET_STATIC -> writes.leaveAlone(value);
            case ARRAY_LOAD -> writes.leaveAlone(value) && facts.isNonNull(value.operand(0), before) && isWithinBounds(value);
            default -> value.opcode().isPure() && !Values.isDivision(value);
        };
    }

    private boolean isUnchanged(Instruction read) {
        FieldInfo field = read.attribute(FieldInfo.class);
        return writes.leaveAlone(read) || MemoryState.isImmutable(field) && !isWritten(field);
    }

    /** In front of the loop it is known that the array has the element. */
    private boolean isWithinBounds(Instruction load) {
        return load.operand(0).users().stream().anyMatch(user -> user.opcode() == Opcode.ARRAY_LENGTH
                && facts.holds(load.operand(1), Condition.BELOW_UNSIGNED, user, before));
    }

    /** In a constructor. */
    private boolean isWritten(FieldInfo field) {
        return graph.blocks().stream().flatMap(b -> b.instructions().stream()).anyMatch(i -> i.opcode() == Opcode.PUT_FIELD && i.attribute() == field);
    }

    /** The value in front of the loop, at its end. */
    Instruction value(Instruction value) {
        if (!body.contains(value.block())) {
            return value;
        }
        Instruction known = made.get(value);
        if (known == null) {
            Instruction copy = Edits.copy(graph, value);
            value.operands().forEach(operand -> copy.addOperand(value(operand)));
            known = before.insert(before.instructions().size() - 1, copy);
            made.put(value, known);
        }
        return known;
    }
}
