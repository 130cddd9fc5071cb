/** Computes equal values once: pure operations across blocks, memory reads along straight ways. */
package org.peaberry.compiler.pass.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.DominatorTree;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;
import org.peaberry.compiler.pass.Edits;
import org.peaberry.compiler.pass.Pass;
import org.peaberry.compiler.pass.ValueKey;
import org.peaberry.compiler.world.FieldInfo;

/**
 * An operation is replaced by an equal one that dominates it. Cheap operations (with a constant operand, conversions) are shared inside a
 * block only: to keep their result across calls costs more than to compute it again.
 */
public final class GlobalValueNumbering implements Pass {
    @Override
    public void run(Graph graph) {
        new Numbering(graph).run();
    }

    private static final class Numbering {
        private final DominatorTree dominators;
        private final Map<ValueKey, List<Instruction>> computed = new HashMap<>();
        private final Map<Block, MemoryState> states = new HashMap<>();
        private final Set<FieldInfo> written = new HashSet<>();

        Numbering(Graph graph) {
            dominators = new DominatorTree(graph);
            for (Block block : graph.blocks()) {
                for (Instruction instruction : block.instructions()) {
                    if (instruction.opcode() == Opcode.PUT_FIELD) {
                        written.add(instruction.attribute(FieldInfo.class));
                    }
                }
            }
        }

        void run() {
            for (Block block : dominators.preorder()) {
                MemoryState memory = memoryAtStart(block);
                states.put(block, memory);
                for (Instruction instruction : List.copyOf(block.instructions())) {
                    Instruction equal = equalTo(instruction, memory);
                    if (equal != null) {
                        Edits.replace(instruction, equal);
                    } else {
                        memory.record(instruction);
                    }
                }
            }
        }

        /** Where only one way leads to a block, memory is as that left it; a handler may be reached from the middle of a block. */
        private MemoryState memoryAtStart(Block block) {
            Block before = block.predecessors().size() == 1 ? block.predecessors().get(0) : null;
            MemoryState left = before == null || before.handler() == block ? null : states.get(before);
            return left == null ? new MemoryState() : new MemoryState(left);
        }

        private Instruction equalTo(Instruction instruction, MemoryState memory) {
            if (isNumbered(instruction)) {
                return earlier(instruction);
            }
            return memory.known(instruction);
        }

        private boolean isNumbered(Instruction instruction) {
            return switch (instruction.opcode()) {
                case PHI, PARAMETER -> false;
                case GET_FIELD -> MemoryState.isImmutable(instruction.attribute(FieldInfo.class)) && !written.contains(instruction.attribute());
                default -> instruction.opcode().isPure();
            };
        }

        private Instruction earlier(Instruction instruction) {
            List<Instruction> candidates = computed.computeIfAbsent(ValueKey.of(instruction), k -> new ArrayList<>(1));
            boolean blockOnly = isCheap(instruction);
            for (int i = candidates.size() - 1; i >= 0; i--) {
                Block of = candidates.get(i).block();
                if (of == instruction.block() || !blockOnly && dominators.dominates(of, instruction.block())) {
                    return candidates.get(i);
                }
            }
            candidates.add(instruction);
            return null;
        }

        private static boolean isCheap(Instruction instruction) {
            return switch (instruction.opcode()) {
                case CONST, NULL, OBJECT, SYMBOL, TYPE_INFORMATION, INT_TO_LONG, LONG_TO_INT, INT_TO_LONG_UNSIGNED, INT_TO_BYTE, INT_TO_CHAR,
                        INT_TO_SHORT, NEG, COMPARE -> true;
                case ADD, SUB, AND, OR, XOR, SHL, SHR, USHR -> instruction.operand(1).isConstant();
                default -> false;
            };
        }
    }
}
