/** Computes what does not change in a loop once, in front of it. */
package org.peaberry.compiler.pass;

import java.util.List;
import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.DominatorTree;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Loops;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.world.FieldInfo;

/**
 * Pure operations, and reads of final fields of objects that are certainly there: neither can fail, so that they may also be executed when the
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
        Facts facts = new Facts(graph, dominators, nullness);
        for (Block header : loops.headers()) {
            Block before = blockBefore(header, loops.body(header));
            if (before != null && loops.body(header).stream().noneMatch(LoopInvariants::calls)) {
                new OneLoop(graph, loops.body(header), before, facts).hoist(dominators.preorder());
            }
        }
    }

    /** The only block from which the loop is entered, if it leads nowhere else; otherwise null. */
    private static Block blockBefore(Block header, Set<Block> body) {
        List<Block> outside = header.predecessors().stream().filter(p -> !body.contains(p)).toList();
        boolean isPlain = outside.size() == 1 && outside.get(0).terminator().opcode() == Opcode.GOTO && outside.get(0).handler() == null;
        return isPlain ? outside.get(0) : null;
    }

    private static boolean calls(Block block) {
        return block.instructions().stream().anyMatch(i -> i.opcode() == Opcode.CALL || i.opcode() == Opcode.NEW || i.opcode() == Opcode.NEW_ARRAY);
    }

    private record OneLoop(Graph graph, Set<Block> body, Block before, Facts facts) {
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

        /** Constants, conversions and sums with constants cost nothing where they are used. */
        private boolean isWorthwhile(Instruction instruction) {
            return switch (instruction.opcode()) {
                case MUL, COMPARE_THREE_WAY -> true;
                case ADD, SUB, AND, OR, XOR, SHL, SHR, USHR -> !instruction.operand(1).isConstant();
                case ARRAY_LENGTH -> facts.isNonNull(instruction.operand(0), before);
                case GET_FIELD -> MemoryState.isImmutable(instruction.attribute(FieldInfo.class)) && !isWritten(instruction.attribute(FieldInfo.class))
                        && facts.isNonNull(instruction.operand(0), before);
                default -> false;
            };
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
