/** Makes the moves between the places of a value, in blocks and on edges, and the stores to its slot. */
package org.peaberry.compiler.allocate;

import java.util.Arrays;
import java.util.BitSet;

import org.peaberry.compiler.select.Location;
import org.peaberry.compiler.select.MachineBlock;
import org.peaberry.compiler.select.MachineCode;
import org.peaberry.compiler.select.MachineInstruction;
import org.peaberry.compiler.select.VirtualRegister;

/**
 * A slot is written either wherever its value is defined, or wherever the value goes from a register to the slot: what is
 * cheaper, as estimated by the depth of loops. For a handler the slot must be right all the time, so there it is the former.
 */
final class MoveInsertion {
    private final MachineCode code;
    private final Liveness liveness;
    private final Numbering numbering;
    private final Interval[] intervals;
    private final Allocation allocation;
    private final long[] definitionCost;
    private final long[] transitionCost;

    MoveInsertion(MachineCode code, Liveness liveness, Numbering numbering, Interval[] intervals, Allocation allocation) {
        this.code = code;
        this.liveness = liveness;
        this.numbering = numbering;
        this.intervals = intervals;
        this.allocation = allocation;
        definitionCost = new long[code.registers()];
        transitionCost = new long[code.registers()];
    }

    /** What to do with a move that was found. */
    private interface Sink {
        void add(MachineBlock block, int instruction, Allocation.Move move);
    }

    void run() {
        estimate();
        forEachDefinition((block, instruction, store) -> {
            if (isStoredAtDefinition(store.value())) {
                allocation.addMoveAfter(instruction, store);
            }
        });
        forEachSplit((block, instruction, move) -> {
            if (isWanted(move)) {
                allocation.addMoveBefore(instruction, move);
            }
        });
        forEachEdge((block, instruction, move) -> {
            if (isWanted(move)) {
                allocation.addEdgeMoveBefore(instruction, move);
            }
        });
    }

    private boolean isWanted(Allocation.Move move) {
        return !isStore(move) || !isStoredAtDefinition(move.value());
    }

    private static boolean isStore(Allocation.Move move) {
        return move.to() instanceof Location.InSlot;
    }

    private boolean isStoredAtDefinition(VirtualRegister value) {
        int interval = intervals[value.id()].virtual.id();
        return definitionCost[interval] <= transitionCost[interval];
    }

    private void addCost(long[] costs, VirtualRegister value, int cost) {
        costs[intervals[value.id()].virtual.id()] += cost;
    }

    private void estimate() {
        forEachDefinition((block, instruction, store) -> addCost(definitionCost, store.value(), block.frequency()));
        Sink transition = (block, instruction, move) -> addCost(transitionCost, move.value(), isStore(move) ? block.frequency() : 0);
        forEachSplit(transition);
        forEachEdge(transition);
        for (MachineBlock block : code.blocks()) {
            if (block.isHandler()) {
                liveness.liveIn(block).stream().forEach(id -> definitionCost[id] = 0);
            }
        }
    }

    private void forEachDefinition(Sink sink) {
        for (MachineBlock block : code.blocks()) {
            for (int i = 0; i < block.instructions().size(); i++) {
                MachineInstruction instruction = block.instructions().get(i);
                for (int j = 0; j < instruction.definitions().size(); j++) {
                    if (!isSavedMove(instruction, j)) {
                        addDefinition(block, numbering.start(block) + i, instruction.definitions().get(j).register(), sink);
                    }
                }
            }
        }
    }

    /** Whether a definition only gives another name to what is in the slot already. */
    private boolean isSavedMove(MachineInstruction instruction, int definition) {
        return instruction.kind() == MachineInstruction.Kind.MOVE
                && allocation.areJoined(instruction.uses().get(definition).register(), instruction.definitions().get(definition).register());
    }

    private void addDefinition(MachineBlock block, int instruction, VirtualRegister defined, Sink sink) {
        Location.InSlot slot = allocation.slot(defined);
        Location place = slot == null ? null : allocation.definitionLocation(instruction, defined);
        if (slot != null && !place.equals(slot)) {
            sink.add(block, instruction, new Allocation.Move(defined, place, slot));
        }
    }

    /** Where a value changes its place within a block. */
    private void forEachSplit(Sink sink) {
        for (Interval interval : Arrays.stream(intervals).distinct().toList()) {
            for (int i = 1; interval != null && i < interval.parts.size(); i++) {
                Interval part = interval.parts.get(i);
                if (interval.parts.get(i - 1).end() == part.start() && !numbering.isBlockStart(part.start())) {
                    addSplit(interval, i, sink);
                }
            }
        }
    }

    /** Stores are made before the instruction that costs the register its value. */
    private void addSplit(Interval interval, int index, Sink sink) {
        Interval part = interval.parts.get(index);
        int gap = part.start() % Positions.STEP == Positions.AFTER ? 1 : 0;
        int instruction = Positions.instruction(part.start()) + (part.register == null ? gap : 1);
        Location from = placeBefore(interval, index - 1, Positions.of(instruction));
        Location to = allocation.location(part);
        if (!from.equals(to)) {
            sink.add(numbering.blockOf(instruction), instruction, new Allocation.Move(interval.valueAt(part.start()), from, to));
        }
    }

    /** Where the value is when the moves before an instruction are made: a part that only begins there is itself the target of one of them. */
    private Location placeBefore(Interval interval, int index, int position) {
        int i = index;
        while (i > 0 && interval.parts.get(i).start() == position - 1 && interval.parts.get(i - 1).end() == position - 1) {
            i--;
        }
        return allocation.location(interval.parts.get(i));
    }

    private void forEachEdge(Sink sink) {
        for (MachineBlock block : code.blocks()) {
            for (MachineBlock successor : block.successors()) {
                addEdge(block, successor, liveness.liveIn(successor), sink);
            }
        }
    }

    private void addEdge(MachineBlock block, MachineBlock successor, BitSet live, Sink sink) {
        int end = Positions.of(numbering.end(block)) - 1;
        int start = Positions.of(numbering.start(successor));
        boolean atEnd = block.successors().size() == 1;
        int instruction = atEnd ? numbering.end(block) - 1 : numbering.start(successor);
        for (int id = live.nextSetBit(0); id >= 0; id = live.nextSetBit(id + 1)) {
            VirtualRegister value = new VirtualRegister(id);
            Location from = allocation.locationAt(value, end);
            Location to = allocation.locationAt(value, start);
            if (!from.equals(to)) {
                sink.add(atEnd ? block : successor, instruction, new Allocation.Move(value, from, to));
            }
        }
    }
}
