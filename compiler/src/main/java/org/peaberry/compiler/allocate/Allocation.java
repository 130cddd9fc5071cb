/** The result of register allocation: a location for every operand, and the moves between them. */
package org.peaberry.compiler.allocate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.select.Location;
import org.peaberry.compiler.select.MachineBlock;
import org.peaberry.compiler.select.MachineCode;
import org.peaberry.compiler.select.MachineInstruction;
import org.peaberry.compiler.select.VirtualRegister;

public final class Allocation {
    /** A value that goes from one place to another. */
    public record Move(VirtualRegister value, Location from, Location to) {
    }

    private final MachineCode code;
    private final IntervalBuilder builder;
    private final Location.InSlot[] slots;
    /** Moves made at once before an instruction, by its index; those of block starts come first. */
    private final Map<Integer, List<Move>> movesBefore = new HashMap<>();
    private final Map<Integer, List<Move>> edgeMovesBefore = new HashMap<>();
    private final Map<Integer, List<Move>> movesAfter = new HashMap<>();

    private Allocation(MachineCode code, IntervalBuilder builder) {
        this.code = code;
        this.builder = builder;
        slots = new Location.InSlot[code.registers()];
    }

    /** @param registers those that may be given out */
    public static Allocation allocate(MachineCode code, List<Register> registers) {
        Liveness liveness = new Liveness(code);
        IntervalBuilder builder = new IntervalBuilder(code, liveness);
        new LinearScan(builder, registers).run();
        Allocation allocation = new Allocation(code, builder);
        allocation.assignSlots();
        allocation.insertSplitMoves();
        allocation.insertSpillStores();
        for (MachineBlock block : code.blocks()) {
            for (MachineBlock successor : block.successors()) {
                allocation.insertEdgeMoves(block, successor, liveness.liveIn(successor));
            }
        }
        return allocation;
    }

    /** Values that do not live at the same time share a slot. */
    private void assignSlots() {
        Map<Location.InSlot, Integer> ends = new LinkedHashMap<>();
        List<Interval> spilled = Arrays.stream(builder.intervals()).filter(i -> i != null && i.isSpilled)
                .sorted(Comparator.comparingInt(Interval::start)).toList();
        for (Interval interval : spilled) {
            Location.InSlot slot = ends.entrySet().stream().filter(e -> e.getValue() <= interval.start()).map(Map.Entry::getKey).findFirst()
                    .orElseGet(code::newSlot);
            slots[interval.virtual.id()] = slot;
            ends.put(slot, interval.parts.get(interval.parts.size() - 1).end());
        }
    }

    private Location location(Interval part) {
        return part.register != null ? new Location.InRegister(part.register) : slots[part.virtual.id()];
    }

    private Location locationAt(VirtualRegister virtual, int position) {
        return location(builder.intervals()[virtual.id()].partAt(position));
    }

    /** Where a part begins within a block in a register, the value is brought there. */
    private void insertSplitMoves() {
        for (Interval interval : builder.intervals()) {
            if (interval == null) {
                continue;
            }
            for (int i = 1; i < interval.parts.size(); i++) {
                Interval part = interval.parts.get(i);
                if (part.register != null && !part.isEmpty() && interval.parts.get(i - 1).end() == part.start() && !isBlockStart(part.start())) {
                    addSplitMove(interval.parts.get(i - 1), part);
                }
            }
        }
    }

    private void addSplitMove(Interval before, Interval part) {
        Location from = location(before);
        Location to = location(part);
        int next = Positions.instruction(part.start() + Positions.STEP - 1);
        if (!from.equals(to)) {
            movesBefore.computeIfAbsent(next, n -> new ArrayList<>()).add(new Move(part.virtual, from, to));
        }
    }

    private boolean isBlockStart(int position) {
        return position % Positions.STEP == 0 && builder.isBlockStart(Positions.instruction(position));
    }

    /** A value that has a slot is stored there wherever it is defined in a register. */
    private void insertSpillStores() {
        for (MachineBlock block : code.blocks()) {
            for (int i = 0; i < block.instructions().size(); i++) {
                int index = builder.start(block) + i;
                for (MachineInstruction.Operand definition : block.instructions().get(i).definitions()) {
                    Location.InSlot slot = slots[definition.register().id()];
                    Location place = definitionLocation(index, definition.register());
                    if (slot != null && !place.equals(slot)) {
                        movesAfter.computeIfAbsent(index, n -> new ArrayList<>()).add(new Move(definition.register(), place, slot));
                    }
                }
            }
        }
    }

    private void insertEdgeMoves(MachineBlock block, MachineBlock successor, java.util.BitSet live) {
        int end = Positions.of(builder.end(block)) - 1;
        int start = Positions.of(builder.start(successor));
        for (int id = live.nextSetBit(0); id >= 0; id = live.nextSetBit(id + 1)) {
            VirtualRegister virtual = builder.intervals()[id].virtual;
            Location from = locationAt(virtual, end);
            Location to = locationAt(virtual, start);
            if (to instanceof Location.InRegister && !from.equals(to)) {
                boolean atEnd = block.successors().size() == 1;
                int index = atEnd ? builder.end(block) - 1 : builder.start(successor);
                edgeMovesBefore.computeIfAbsent(index, n -> new ArrayList<>()).add(new Move(virtual, from, to));
            }
        }
    }

    // ---- Results. Instructions are numbered through the whole method.

    /** Number of a block's first instruction. */
    public int start(MachineBlock block) {
        return builder.start(block);
    }

    public Location useLocation(int instruction, VirtualRegister virtual) {
        return locationAt(virtual, Positions.of(instruction));
    }

    public Location definitionLocation(int instruction, VirtualRegister virtual) {
        return locationAt(virtual, Positions.of(instruction) + Positions.DEFINE);
    }

    /** Slot of a value, or null when it never leaves registers. */
    public Location.InSlot slot(VirtualRegister virtual) {
        return slots[virtual.id()];
    }

    /** Moves made at once before an instruction, for values that change their place. */
    public List<Move> movesBefore(int instruction) {
        return movesBefore.getOrDefault(instruction, List.of());
    }

    /** Moves made at once for an edge: at the end of a block before the jump, or first in a block that has one predecessor. */
    public List<Move> edgeMovesBefore(int instruction) {
        return edgeMovesBefore.getOrDefault(instruction, List.of());
    }

    /** Stores made after an instruction. */
    public List<Move> movesAfter(int instruction) {
        return movesAfter.getOrDefault(instruction, List.of());
    }
}
