/** Makes the live intervals of a method. */
package org.peaberry.compiler.allocate;

import java.util.BitSet;
import java.util.List;

import org.peaberry.compiler.select.MachineBlock;
import org.peaberry.compiler.select.MachineCode;
import org.peaberry.compiler.select.MachineInstruction;
import org.peaberry.compiler.select.MachineInstruction.Operand;
import org.peaberry.compiler.select.VirtualRegister;

/** Goes through the code backwards. */
final class IntervalBuilder {
    private final MachineCode code;
    private final Liveness liveness;
    private final Numbering numbering;
    private final Interval[] intervals;

    private IntervalBuilder(MachineCode code, Liveness liveness, Numbering numbering) {
        this.code = code;
        this.liveness = liveness;
        this.numbering = numbering;
        intervals = new Interval[code.registers()];
    }

    /** By virtual register; null for those that do not occur. */
    static Interval[] build(MachineCode code, Liveness liveness, Numbering numbering) {
        IntervalBuilder builder = new IntervalBuilder(code, liveness, numbering);
        List<MachineBlock> blocks = code.blocks();
        for (int i = blocks.size() - 1; i >= 0; i--) {
            builder.addBlock(blocks.get(i));
        }
        blocks.forEach(builder::addLoops);
        return builder.intervals;
    }

    private Interval interval(VirtualRegister register) {
        if (intervals[register.id()] == null) {
            intervals[register.id()] = new Interval(register, code.isVector(register));
        }
        return intervals[register.id()];
    }

    private void addBlock(MachineBlock block) {
        BitSet live = liveness.liveOut(block);
        for (int id = live.nextSetBit(0); id >= 0; id = live.nextSetBit(id + 1)) {
            interval(new VirtualRegister(id)).ranges.add(Positions.of(numbering.start(block)), Positions.of(numbering.end(block)));
        }
        for (int i = block.instructions().size() - 1; i >= 0; i--) {
            MachineInstruction instruction = block.instructions().get(i);
            int position = Positions.of(numbering.start(block) + i);
            instruction.definitions().forEach(d -> addDefinition(block, d, position));
            instruction.uses().forEach(u -> addUse(block, u, position));
            addHints(instruction);
        }
    }

    private void addDefinition(MachineBlock block, Operand definition, int position) {
        Interval interval = interval(definition.register());
        if (!isLiveThroughHandler(block, definition)) {
            interval.ranges.startAt(position + Positions.DEFINE);
        }
        interval.uses.add(position + Positions.DEFINE, definition.constraint().needsRegister());
        interval.suggest(definition.hint());
    }

    /** A register defined again (a phi's) while its older value may be wanted by the handler. */
    private boolean isLiveThroughHandler(MachineBlock block, Operand definition) {
        return block.handler() != null && liveness.liveIn(block.handler()).get(definition.register().id());
    }

    private void addUse(MachineBlock block, Operand use, int position) {
        boolean isLate = use.constraint().isLate();
        Interval interval = interval(use.register());
        interval.ranges.add(Positions.of(numbering.start(block)), position + (isLate ? Positions.AFTER : Positions.CLOBBER));
        if (isLate) {
            interval.uses.add(position + Positions.DEFINE, use.constraint().needsRegister());
        }
        interval.uses.add(position, use.constraint().needsRegister());
        interval.suggest(use.hint());
    }

    /** Where a block leads back, values that are used from there on are wanted again. */
    private void addLoops(MachineBlock block) {
        for (MachineBlock successor : block.successors()) {
            if (successor.id() <= block.id()) {
                int start = Positions.of(numbering.start(successor));
                int end = Positions.of(numbering.end(block)) - 1;
                liveness.liveIn(successor).stream().mapToObj(id -> intervals[id]).filter(i -> i.uses.next(start) < end)
                        .forEach(i -> i.uses.add(end, false));
            }
        }
    }

    private void addHints(MachineInstruction instruction) {
        for (int i = 0; i < instruction.pairs(); i++) {
            Interval defined = interval(instruction.definitions().get(i).register());
            Interval used = interval(instruction.uses().get(i).register());
            defined.hint = used;
            used.laterHint = defined;
        }
    }
}
