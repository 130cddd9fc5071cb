/** The blocks that innermost loops jump back to: where they best begin at a multiple of what the processor fetches at once. */
package org.peaberry.compiler.emit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.peaberry.compiler.select.MachineBlock;

/** Of the blocks in the order in which they are emitted. Loops that another one lies in are entered too often for padding that is run through. */
final class LoopHeads {
    private final Map<MachineBlock, Integer> places = new HashMap<>();
    /** By place: the last block that jumps back to that one. */
    private final Map<Integer, Integer> ends = new HashMap<>();

    private LoopHeads(List<MachineBlock> emitted) {
        emitted.forEach(block -> places.put(block, places.size()));
        for (MachineBlock block : emitted) {
            block.successors().forEach(successor -> note(places.get(block), places.get(successor.destination())));
        }
    }

    private void note(int from, int to) {
        if (to <= from) {
            ends.merge(to, from, Math::max);
        }
    }

    static Set<MachineBlock> innermost(List<MachineBlock> emitted) {
        LoopHeads heads = new LoopHeads(emitted);
        BitSet starts = new BitSet();
        heads.ends.keySet().forEach(starts::set);
        Set<MachineBlock> innermost = new HashSet<>();
        for (int start : new ArrayList<>(heads.ends.keySet())) {
            int next = starts.nextSetBit(start + 1);
            if (next < 0 || next > heads.ends.get(start)) {
                innermost.add(emitted.get(start));
            }
        }
        return innermost;
    }
}
