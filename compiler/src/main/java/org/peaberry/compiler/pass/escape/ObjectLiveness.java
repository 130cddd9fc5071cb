/** The objects that are still used when a block is entered, but for what its phis take. */
package org.peaberry.compiler.pass.escape;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.peaberry.compiler.ir.Block;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Opcode;

final class ObjectLiveness {
    private final Map<Block, Set<Instruction>> live = new HashMap<>();

    private ObjectLiveness() {
    }

    static Map<Block, Set<Instruction>> of(Collection<Instruction> values) {
        ObjectLiveness liveness = new ObjectLiveness();
        values.forEach(liveness::add);
        return liveness.live;
    }

    private void add(Instruction value) {
        Deque<Block> entered = new ArrayDeque<>();
        for (Instruction user : value.users()) {
            if (user.opcode() != Opcode.PHI) {
                enter(user.block(), value, entered);
                continue;
            }
            for (int edge = 0; edge < user.operands().size(); edge++) {
                if (user.operand(edge) == value) {
                    enter(user.block().predecessors().get(edge), value, entered);
                }
            }
        }
        while (!entered.isEmpty()) {
            entered.pop().predecessors().forEach(before -> enter(before, value, entered));
        }
    }

    private void enter(Block block, Instruction value, Deque<Block> entered) {
        if (block != value.block() && live.computeIfAbsent(block, b -> new HashSet<>()).add(value)) {
            entered.push(block);
        }
    }
}
