/** Makes uses behind copied blocks see the value of the copy that was executed: phis where ways meet. */
package org.peaberry.compiler.pass.loop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;

/** Searches backwards from each use, as in Braun et al., "Simple and Efficient Construction of Static Single Assignment Form". */
final class DefinitionRepair {
    private final Graph graph;
    private final RegionCopy copy;
    private final Map<Block, Block> originals = new HashMap<>();

    DefinitionRepair(Graph graph, RegionCopy copy) {
        this.graph = graph;
        this.copy = copy;
        copy.blocks().forEach((original, made) -> originals.put(made, original));
    }

    void repair() {
        for (Block block : copy.blocks().keySet()) {
            for (Instruction value : List.copyOf(block.instructions())) {
                if (value.hasUsers()) {
                    new OneValue(value).repair();
                }
            }
        }
    }

    private boolean isCopiedOrOriginal(Block block) {
        return originals.containsKey(block) || copy.blocks().containsKey(block);
    }

    private final class OneValue {
        private final Instruction value;
        private final Map<Block, Instruction> atStart = new HashMap<>();

        OneValue(Instruction value) {
            this.value = value;
        }

        void repair() {
            for (Instruction user : List.copyOf(value.users())) {
                if (user.opcode() == Opcode.PHI) {
                    repairPhi(user);
                } else if (!isCopiedOrOriginal(user.block())) {
                    replaceIn(user, atStart(user.block()));
                }
            }
        }

        private void repairPhi(Instruction phi) {
            List<Block> predecessors = phi.block().predecessors();
            for (int i = 0; i < predecessors.size(); i++) {
                if (phi.operand(i) == value && !isCopiedOrOriginal(predecessors.get(i))) {
                    phi.setOperand(i, atEnd(predecessors.get(i)));
                }
            }
        }

        private void replaceIn(Instruction user, Instruction now) {
            for (int i = 0; i < user.operands().size(); i++) {
                if (user.operand(i) == value) {
                    user.setOperand(i, now);
                }
            }
        }

        private Instruction atEnd(Block block) {
            if (copy.blocks().containsKey(block)) {
                return value;
            }
            return originals.containsKey(block) ? copy.copied(value) : atStart(block);
        }

        private Instruction atStart(Block block) {
            Instruction known = atStart.get(block);
            if (known != null) {
                return known;
            }
            if (block.predecessors().size() == 1) {
                Instruction only = atEnd(block.predecessors().get(0));
                atStart.put(block, only);
                return only;
            }
            Instruction phi = block.insert(0, graph.create(Opcode.PHI, value.type(), null).at(value.position()));
            atStart.put(block, phi);
            block.predecessors().forEach(p -> phi.addOperand(atEnd(p)));
            return phi;
        }
    }
}
