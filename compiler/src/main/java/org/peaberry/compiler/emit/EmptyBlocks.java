/** Blocks that turned out to have no code: whoever would enter one enters its successor. */
package org.peaberry.compiler.emit;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.allocate.Allocation;
import org.peaberry.compiler.select.MachineBlock;
import org.peaberry.compiler.select.MachineCode;
import org.peaberry.compiler.select.MachineInstruction;

/** Edges that were split to make room for moves often need none. */
final class EmptyBlocks {
    private EmptyBlocks() {
    }

    /** Sends jumps past them; returns the blocks that are left to emit. The first block stays. */
    static List<MachineBlock> bypass(MachineCode code, Allocation allocation) {
        List<MachineBlock> left = new ArrayList<>();
        for (MachineBlock block : code.blocks()) {
            if (block.id() > 0 && isEmpty(block, allocation)) {
                block.replaceBy(block.successors().get(0));
            }
        }
        for (MachineBlock block : code.blocks()) {
            if (block.destination() == block) {
                left.add(block);
            }
        }
        return left;
    }

    private static boolean isEmpty(MachineBlock block, Allocation allocation) {
        for (int i = 0; i < block.instructions().size(); i++) {
            int index = allocation.start(block) + i;
            boolean moves = !allocation.movesBefore(index).isEmpty() || !allocation.edgeMovesBefore(index).isEmpty()
                    || !allocation.movesAfter(index).isEmpty();
            if (moves || hasCode(block.instructions().get(i), index, allocation)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasCode(MachineInstruction instruction, int index, Allocation allocation) {
        return switch (instruction.kind()) {
            case NOTHING, JUMP -> false;
            case MOVE -> {
                boolean stays = true;
                for (int i = 0; i < instruction.uses().size(); i++) {
                    stays &= allocation.useLocation(index, instruction.uses().get(i).register())
                            .equals(allocation.definitionLocation(index, instruction.definitions().get(i).register()));
                }
                yield !stays;
            }
            case OPERATION -> true;
        };
    }
}
