/** Computes what does not change in a loop once, in front of it. */
package org.peaberry.compiler.pass;

import java.util.List;
import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.DominatorTree;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Loops;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.world.FieldInfo;

/**
 * Pure operations, and reads of memory that is certainly there and that the loop does not write: neither can fail, so that they may also be executed when the
 * loop is not. A loop with calls is left alone: no register lives through them, and to keep a value costs as much as to compute it.
 */
public final class LoopInvariants implements Pass {
    /** Values kept in registers for one loop; more would push out its own. */
    private static final int MOST = 6;

    private final Nullness nullness;

    public LoopInvariants(Nullness nullness) {
        this.nullness = nullness;
    }

    @Override
    public void run(Graph graph) {
        DominatorTree dominators = new DominatorTree(graph);
        Loops loops = new Loops(graph, dominators);
        Facts facts = Facts.ofChecks(graph, dominators, nullness);
        for (Block header : loops.headers()) {
            Block before = loops.preheader(header);
            LoopWrites writes = new LoopWrites(loops.body(header));
            if (before != null && !writes.hasCall()) {
                new OneLoop(graph, loops.body(header), before, writes, facts).hoist(dominators.preorder());
            }
        }
    }

    private record OneLoop(Graph graph, Set<Block> body, Block before, LoopWrites writes, Facts facts) {
        void hoist(List<Block> order) {
            int moved = 0;
            for (Block block : order) {
                for (Instruction instruction : body.contains(block) ? List.copyOf(block.instructions()) : List.<Instruction>of()) {
                    if (moved < MOST && isInvariant(instruction)) {
                        move(instruction);
                        moved++;
                    }
                }
            }
        }

        private boolean isInvariant(Instruction instruction) {
            return isWorthwhile(instruction) && instruction.operands().stream().noneMatch(o -> body.contains(o.block()));
        }

        /** Constants, other conversions and sums with constants cost nothing where they are used. */
        private boolean isWorthwhile(Instruction instruction) {
            return switch (instruction.opcode()) {
                case MUL, COMPARE_THREE_WAY, INT_TO_LONG -> true;
                case ADD, SUB, AND, OR, XOR, SHL, SHR, USHR -> !instruction.operand(1).isConstant();
                case ARRAY_LENGTH -> facts.isNonNull(instruction.operand(0), before);
                case GET_FIELD -> isUnchanged(instruction) && facts.isNonNull(instruction.operand(0), before);
                case GET_STATIC -> isUnchanged(instruction);
                case ARRAY_LOAD -> isUnchanged(instruction) && facts.isNonNull(instruction.operand(0), before) && isWithinBounds(instruction);
                default -> false;
            };
        }

        private boolean isUnchanged(Instruction read) {
            return writes.leaveAlone(read) || read.attribute() instanceof FieldInfo field && MemoryState.isImmutable(field) && !isWritten(field);
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

        private void move(Instruction instruction) {
            Instruction moved = Edits.copy(graph, instruction);
            instruction.operands().forEach(moved::addOperand);
            before.insert(before.instructions().size() - 1, moved);
            Edits.replace(instruction, moved);
        }
    }
}
