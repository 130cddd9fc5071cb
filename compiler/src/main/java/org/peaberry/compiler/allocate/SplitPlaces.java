/** Where an interval is best cut: where the code runs least often. */
package org.peaberry.compiler.allocate;

import org.peaberry.compiler.select.MachineBlock;
import org.peaberry.compiler.select.MachineCode;

/** A cut where one block ends and the next begins makes its moves on the edges that lead across that place, from blocks before to blocks behind or back. */
final class SplitPlaces {
    private final MachineCode code;
    private final Numbering numbering;
    /** How often the edges run that lead across the start of a block, by its number: the most frequent one counts. */
    private final int[] crossings;

    SplitPlaces(MachineCode code, Numbering numbering) {
        this.code = code;
        this.numbering = numbering;
        crossings = new int[code.blocks().size()];
        for (MachineBlock block : code.blocks()) {
            block.successors().forEach(successor -> cross(block, successor));
        }
    }

    private void cross(MachineBlock from, MachineBlock to) {
        int frequency = Math.min(from.frequency(), to.frequency());
        for (int id = Math.min(from.id(), to.id()) + 1; id <= Math.max(from.id(), to.id()); id++) {
            crossings[id] = Math.max(crossings[id], frequency);
        }
    }

    /** How often the code at a position runs. */
    int frequency(int position) {
        return numbering.blockOf(Positions.instruction(position)).frequency();
    }

    /** Of the starts of blocks between two positions, where code runs more rarely than at the second one, the first of the rarest; or else that position. */
    int firstRarest(int after, int position) {
        return rarest(after, position, true);
    }

    /** The last one of these. */
    int lastRarest(int after, int position) {
        return rarest(after, position, false);
    }

    private int rarest(int after, int position, boolean isFirst) {
        int best = position;
        int lowest = frequency(position);
        for (int id = numbering.blockOf(Positions.instruction(position)).id(); id > 0 && start(id) > after; id--) {
            boolean isPossible = start(id) < position && !code.blocks().get(id).isHandler();
            if (isPossible && (crossings[id] < lowest || isFirst && best != position && crossings[id] == lowest)) {
                best = start(id);
                lowest = crossings[id];
            }
        }
        return best;
    }

    private int start(int block) {
        return Positions.of(numbering.start(code.blocks().get(block)));
    }
}
