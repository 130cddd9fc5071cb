/** Removes phis that merge one value only. */
package org.peaberry.compiler.ir;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A phi whose operands are all one value or the phi itself is that value; removing one can make others trivial. */
public final class TrivialPhis {
    private TrivialPhis() {
    }

    public static void remove(Graph graph) {
        Deque<Instruction> work = new ArrayDeque<>();
        for (Block block : graph.blocks()) {
            work.addAll(block.phis());
        }
        while (!work.isEmpty()) {
            Instruction phi = work.poll();
            Instruction only = phi.block() == null ? null : onlyOperand(phi);
            if (only == null) {
                continue;
            }
            for (Instruction user : phi.users()) {
                if (user.opcode() == Opcode.PHI && user != phi) {
                    work.add(user);
                }
            }
            phi.clearOperands();
            phi.replaceUsesWith(only);
            phi.remove();
        }
        removeUnused(graph);
    }

    private static Instruction onlyOperand(Instruction phi) {
        Instruction only = null;
        for (Instruction operand : phi.operands()) {
            if (operand != phi && operand != only) {
                if (only != null) {
                    return null;
                }
                only = operand;
            }
        }
        return only;
    }

    /** Phis that only phis use, in circles perhaps, and nothing else. */
    private static void removeUnused(Graph graph) {
        Set<Instruction> used = new HashSet<>();
        Deque<Instruction> work = new ArrayDeque<>();
        for (Block block : graph.blocks()) {
            for (Instruction instruction : block.instructions()) {
                if (instruction.opcode() != Opcode.PHI) {
                    work.addAll(instruction.operands());
                }
            }
        }
        while (!work.isEmpty()) {
            Instruction value = work.poll();
            if (value.opcode() == Opcode.PHI && used.add(value)) {
                work.addAll(value.operands());
            }
        }
        for (Block block : graph.blocks()) {
            List<Instruction> dead = block.phis();
            dead.removeAll(used);
            dead.forEach(Instruction::clearOperands);
            block.instructions().removeAll(dead);
        }
    }
}
