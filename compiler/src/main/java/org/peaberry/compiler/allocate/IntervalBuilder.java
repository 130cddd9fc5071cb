/** Makes the live intervals of a method, and the list of clobbered positions of each register. */
package org.peaberry.compiler.allocate;

import java.util.BitSet;
import java.util.List;

import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.select.MachineBlock;
import org.peaberry.compiler.select.MachineCode;
import org.peaberry.compiler.select.MachineInstruction;
import org.peaberry.compiler.select.MachineInstruction.Operand;

final class IntervalBuilder {
    private final MachineCode code;
    private final Liveness liveness;
    private final Interval[] intervals;
    private final int[] blockStart;
    private final int[][] clobbers = new int[Register.values().length][];
    private final int[] clobberCounts = new int[Register.values().length];

    IntervalBuilder(MachineCode code, Liveness liveness) {
        this.code = code;
        this.liveness = liveness;
        intervals = new Interval[code.registers()];
        blockStart = new int[code.blocks().size() + 1];
        int next = 0;
        for (MachineBlock block : code.blocks()) {
            blockStart[block.id()] = next;
            next += block.instructions().size();
        }
        blockStart[code.blocks().size()] = next;
        build();
        collectClobbers();
    }

    /** By virtual register; null for those that do not occur. */
    Interval[] intervals() {
        return intervals;
    }

    /** Index of a block's first instruction. */
    int start(MachineBlock block) {
        return blockStart[block.id()];
    }

    /** Index of the first instruction after a block. */
    int end(MachineBlock block) {
        return blockStart[block.id() + 1];
    }

    /** The block an instruction is in. */
    MachineBlock blockOf(int instruction) {
        int index = java.util.Arrays.binarySearch(blockStart, instruction);
        return code.blocks().get(index >= 0 ? index : -index - 2);
    }

    boolean isBlockStart(int instruction) {
        return java.util.Arrays.binarySearch(blockStart, instruction) >= 0;
    }

    int[] clobbers(Register register) {
        return clobbers[register.ordinal()];
    }

    int clobberCount(Register register) {
        return clobberCounts[register.ordinal()];
    }

    /** First position at or after a position where the register is clobbered; RSP stands for all registers at once. */
    int nextClobber(Register register, int position) {
        int[] positions = clobbers(register);
        int count = clobberCount(register);
        int index = java.util.Arrays.binarySearch(positions, 0, count, position);
        index = index < 0 ? -index - 1 : index;
        return index < count ? positions[index] : Interval.NEVER;
    }

    private Interval interval(Operand operand) {
        int id = operand.register().id();
        if (intervals[id] == null) {
            intervals[id] = new Interval(operand.register());
        }
        return intervals[id];
    }

    private void build() {
        List<MachineBlock> blocks = code.blocks();
        for (int b = blocks.size() - 1; b >= 0; b--) {
            MachineBlock block = blocks.get(b);
            int from = Positions.of(start(block));
            int to = Positions.of(end(block));
            BitSet live = liveness.liveOut(block);
            for (int id = live.nextSetBit(0); id >= 0; id = live.nextSetBit(id + 1)) {
                if (intervals[id] == null) {
                    intervals[id] = new Interval(new org.peaberry.compiler.select.VirtualRegister(id));
                }
                intervals[id].addRange(from, to);
            }
            for (int i = block.instructions().size() - 1; i >= 0; i--) {
                addInstruction(block, block.instructions().get(i), Positions.of(start(block) + i));
            }
        }
    }

    private void addInstruction(MachineBlock block, MachineInstruction instruction, int position) {
        for (Operand definition : instruction.definitions()) {
            Interval interval = interval(definition);
            boolean lives = isLiveThroughHandler(block, definition);
            if (!lives) {
                interval.shortenFrom(position + Positions.DEFINE);
            }
            interval.addUse(position + Positions.DEFINE, definition.constraint().needsRegister());
            interval.suggest(definition.hint());
        }
        for (Operand use : instruction.uses()) {
            int end = use.constraint().isLate() ? Positions.AFTER : Positions.CLOBBER;
            Interval interval = interval(use);
            interval.addRange(Positions.of(start(block)), position + end);
            if (use.constraint().isLate()) {
                interval.addUse(position + Positions.DEFINE, use.constraint().needsRegister());
            }
            interval.addUse(position, use.constraint().needsRegister());
            interval.suggest(use.hint());
        }
        for (int i = 0; i < instruction.pairs(); i++) {
            Interval defined = interval(instruction.definitions().get(i));
            Interval used = interval(instruction.uses().get(i));
            defined.hint = used;
            used.laterHint = defined;
        }
    }

    /** A register defined again (a phi's) while its older value may be wanted by the handler. */
    private boolean isLiveThroughHandler(MachineBlock block, Operand definition) {
        return block.handler() != null && liveness.liveIn(block.handler()).get(definition.register().id());
    }

    private void collectClobbers() {
        for (int r = 0; r < clobbers.length; r++) {
            clobbers[r] = new int[16];
        }
        for (MachineBlock block : code.blocks()) {
            if (block.isHandler()) {
                for (Register register : Register.values()) {
                    addClobber(register, Positions.of(start(block)));
                }
            }
            for (int i = 0; i < block.instructions().size(); i++) {
                for (Register register : block.instructions().get(i).clobbers()) {
                    addClobber(register, Positions.of(start(block) + i) + Positions.CLOBBER);
                }
            }
        }
    }

    private void addClobber(Register register, int position) {
        int r = register.ordinal();
        if (clobberCounts[r] == clobbers[r].length) {
            clobbers[r] = java.util.Arrays.copyOf(clobbers[r], 2 * clobberCounts[r]);
        }
        clobbers[r][clobberCounts[r]++] = position;
    }
}
