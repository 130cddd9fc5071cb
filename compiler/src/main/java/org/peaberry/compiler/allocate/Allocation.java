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
import org.peaberry.compiler.select.VirtualRegister;

public final class Allocation {
    /** A value that goes from one place to another. */
    public record Move(VirtualRegister value, Location from, Location to) {
    }

    private final Numbering numbering;
    private final Interval[] intervals;
    private final Location.InSlot[] slots;
    private final Map<Integer, List<Move>> movesBefore = new HashMap<>();
    private final Map<Integer, List<Move>> edgeMovesBefore = new HashMap<>();
    private final Map<Integer, List<Move>> movesAfter = new HashMap<>();

    private Allocation(MachineCode code, Numbering numbering, Interval[] intervals) {
        this.numbering = numbering;
        this.intervals = intervals;
        slots = new Location.InSlot[code.registers()];
        assignSlots(code);
    }

    /** @param registers those that may be given out */
    public static Allocation allocate(MachineCode code, List<Register> registers) {
        Liveness liveness = new Liveness(code);
        Numbering numbering = new Numbering(code);
        Interval[] intervals = IntervalBuilder.build(code, liveness, numbering);
        Clobbers clobbers = new Clobbers(code, numbering);
        Coalescing.run(code, liveness, clobbers, intervals);
        new LinearScan(intervals, clobbers, new SplitPlaces(code, numbering), registers).run();
        Allocation allocation = new Allocation(code, numbering, intervals);
        new MoveInsertion(code, liveness, numbering, intervals, allocation).run();
        return allocation;
    }

    /** Values that do not live at the same time share a slot. */
    private void assignSlots(MachineCode code) {
        Map<Location.InSlot, Integer> ends = new LinkedHashMap<>();
        List<Interval> spilled = Arrays.stream(intervals).distinct().filter(i -> i != null && i.isSpilled)
                .sorted(Comparator.comparingInt(Interval::start)).toList();
        for (Interval interval : spilled) {
            Location.InSlot slot = ends.entrySet().stream().filter(e -> e.getValue() <= interval.start()).map(Map.Entry::getKey).findFirst()
                    .orElseGet(code::newSlot);
            slots[interval.virtual.id()] = slot;
            ends.put(slot, interval.parts.get(interval.parts.size() - 1).end());
        }
    }

    Location location(Interval part) {
        return part.register != null ? new Location.InRegister(part.register) : slots[part.virtual.id()];
    }

    Location locationAt(VirtualRegister virtual, int position) {
        return location(intervals[virtual.id()].partAt(position));
    }

    void addMoveBefore(int instruction, Move move) {
        movesBefore.computeIfAbsent(instruction, n -> new ArrayList<>()).add(move);
    }

    void addEdgeMoveBefore(int instruction, Move move) {
        edgeMovesBefore.computeIfAbsent(instruction, n -> new ArrayList<>()).add(move);
    }

    void addMoveAfter(int instruction, Move move) {
        movesAfter.computeIfAbsent(instruction, n -> new ArrayList<>()).add(move);
    }

    // ---- Results. Instructions are numbered through the whole method.

    /** Number of a block's first instruction. */
    public int start(MachineBlock block) {
        return numbering.start(block);
    }

    public Location useLocation(int instruction, VirtualRegister virtual) {
        return locationAt(virtual, Positions.of(instruction));
    }

    public Location definitionLocation(int instruction, VirtualRegister virtual) {
        return locationAt(virtual, Positions.of(instruction) + Positions.DEFINE);
    }

    /** Where a value is when an instruction reads its uses, or null when it does not live then. */
    public Location locationAtUse(int instruction, VirtualRegister virtual) {
        return findLocation(virtual, Positions.of(instruction));
    }

    /** Where it is when the instruction has destroyed what it clobbers, or null. */
    public Location locationWhenClobbered(int instruction, VirtualRegister virtual) {
        return findLocation(virtual, Positions.of(instruction) + Positions.CLOBBER);
    }

    /** Where it is when the instruction has written its definitions, or null. */
    public Location locationAfter(int instruction, VirtualRegister virtual) {
        return findLocation(virtual, Positions.of(instruction) + Positions.DEFINE);
    }

    private Location findLocation(VirtualRegister virtual, int position) {
        Interval interval = interval(virtual);
        Interval part = interval == null ? null : interval.findPart(virtual, position);
        return part == null ? null : location(part);
    }

    /** The life of a value, or of those that are one with it; null when it is never live. */
    Interval interval(VirtualRegister virtual) {
        return intervals[virtual.id()];
    }

    /** Whether two values, which are never live at the same time, are one to the allocation. */
    boolean areJoined(VirtualRegister left, VirtualRegister right) {
        return interval(left) == interval(right);
    }

    /** Slot of a value, or null when it never leaves registers. */
    public Location.InSlot slot(VirtualRegister virtual) {
        Interval interval = interval(virtual);
        return interval == null ? null : slots[interval.virtual.id()];
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
