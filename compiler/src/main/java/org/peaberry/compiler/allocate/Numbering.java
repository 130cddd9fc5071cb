/** Numbers of instructions through the whole method, in the order of the blocks. */
package org.peaberry.compiler.allocate;

import java.util.Arrays;

import org.peaberry.compiler.select.MachineBlock;
import org.peaberry.compiler.select.MachineCode;

final class Numbering {
    private final MachineCode code;
    private final int[] starts;

    Numbering(MachineCode code) {
        this.code = code;
        starts = new int[code.blocks().size() + 1];
        for (MachineBlock block : code.blocks()) {
            starts[block.id() + 1] = starts[block.id()] + block.instructions().size();
        }
    }

    /** Number of a block's first instruction. */
    int start(MachineBlock block) {
        return starts[block.id()];
    }

    /** Number of the first instruction after a block. */
    int end(MachineBlock block) {
        return starts[block.id() + 1];
    }

    /** The block an instruction is in. */
    MachineBlock blockOf(int instruction) {
        int index = Arrays.binarySearch(starts, instruction);
        return code.blocks().get(index >= 0 ? index : -index - 2);
    }

    /** Whether a position is that of a block's first instruction. */
    boolean isBlockStart(int position) {
        return position % Positions.STEP == 0 && Arrays.binarySearch(starts, Positions.instruction(position)) >= 0;
    }
}
