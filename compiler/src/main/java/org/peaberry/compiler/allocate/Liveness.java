/** Which virtual registers are live where blocks begin and end. */
package org.peaberry.compiler.allocate;

import java.util.BitSet;
import java.util.List;

import org.peaberry.compiler.select.MachineBlock;
import org.peaberry.compiler.select.MachineCode;
import org.peaberry.compiler.select.MachineInstruction;

/** Backward data flow to a fixed point; handlers count as successors whose values are live all through the block. */
final class Liveness {
    private final BitSet[] liveIn;
    private final BitSet[] liveOut;

    Liveness(MachineCode code) {
        List<MachineBlock> blocks = code.blocks();
        liveIn = new BitSet[blocks.size()];
        liveOut = new BitSet[blocks.size()];
        BitSet[] uses = new BitSet[blocks.size()];
        BitSet[] definitions = new BitSet[blocks.size()];
        for (MachineBlock block : blocks) {
            uses[block.id()] = new BitSet();
            definitions[block.id()] = new BitSet();
            liveIn[block.id()] = new BitSet();
            liveOut[block.id()] = new BitSet();
            summarize(block, uses[block.id()], definitions[block.id()]);
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = blocks.size() - 1; i >= 0; i--) {
                changed |= update(blocks.get(i), uses[i], definitions[i]);
            }
        }
    }

    private static void summarize(MachineBlock block, BitSet uses, BitSet definitions) {
        for (MachineInstruction instruction : block.instructions()) {
            for (MachineInstruction.Operand use : instruction.uses()) {
                if (!definitions.get(use.register().id())) {
                    uses.set(use.register().id());
                }
            }
            instruction.definitions().forEach(d -> definitions.set(d.register().id()));
        }
    }

    private boolean update(MachineBlock block, BitSet uses, BitSet definitions) {
        BitSet out = liveOut[block.id()];
        for (MachineBlock successor : block.successors()) {
            out.or(liveIn[successor.id()]);
        }
        BitSet in = (BitSet) out.clone();
        if (block.handler() != null) {
            out.or(liveIn[block.handler().id()]);
            in.or(out);
        }
        in.andNot(definitions);
        in.or(uses);
        if (in.equals(liveIn[block.id()])) {
            return false;
        }
        liveIn[block.id()] = in;
        return true;
    }

    BitSet liveIn(MachineBlock block) {
        return liveIn[block.id()];
    }

    BitSet liveOut(MachineBlock block) {
        return liveOut[block.id()];
    }
}
