/** Gives intervals registers in order of their start; splits and spills where there are too few. */
package org.peaberry.compiler.allocate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import org.peaberry.compiler.encode.Register;

/**
 * Linear scan with interval splitting (Wimmer and Mössenböck, "Optimized interval splitting in a linear scan register allocator"). A part
 * without a register is in its slot, which is written at every definition, so that spilling costs no move.
 */
final class LinearScan {
    private final Clobbers clobbers;
    private final SplitPlaces places;
    private final List<Register> general;
    private final List<Register> vector;
    private final PriorityQueue<Interval> unhandled = new PriorityQueue<>(
            Comparator.comparingInt(Interval::start).thenComparingInt(i -> i.virtual.id()));
    private final List<Interval> active = new ArrayList<>();
    private final List<Interval> inactive = new ArrayList<>();
    private final int[] freeUntil = new int[Register.values().length];
    private final int[] nextUse = new int[Register.values().length];
    private final int[] blockedFrom = new int[Register.values().length];
    /** Start of the interval that is being given a place; what lies before is settled. */
    private int settled;

    /** @param registers those that may be given out */
    LinearScan(Interval[] intervals, Clobbers clobbers, SplitPlaces places, List<Register> registers) {
        this.clobbers = clobbers;
        this.places = places;
        general = registers.stream().filter(r -> !r.isVector()).toList();
        vector = registers.stream().filter(Register::isVector).toList();
        Arrays.stream(intervals).distinct().filter(i -> i != null && !i.ranges.isEmpty()).forEach(unhandled::add);
    }

    void run() {
        while (!unhandled.isEmpty()) {
            Interval current = unhandled.poll();
            advanceTo(current.start());
            if (!tryFreeRegister(current)) {
                allocateBlocked(current);
            }
            if (current.register != null) {
                active.add(current);
            }
        }
    }

    private void advanceTo(int position) {
        settled = position;
        List<Interval> before = new ArrayList<>(active);
        before.addAll(inactive);
        active.clear();
        inactive.clear();
        for (Interval interval : before) {
            if (interval.end() > position) {
                (interval.ranges.covers(position) ? active : inactive).add(interval);
            }
        }
    }

    /** Those that may hold the value. */
    private List<Register> registersFor(Interval interval) {
        return interval.isVector ? vector : general;
    }

    private boolean tryFreeRegister(Interval current) {
        for (Register register : registersFor(current)) {
            freeUntil[register.ordinal()] = clobbers.first(register, current.ranges);
        }
        for (Interval interval : active) {
            freeUntil[interval.register.ordinal()] = 0;
        }
        for (Interval interval : inactive) {
            int r = interval.register.ordinal();
            freeUntil[r] = Math.min(freeUntil[r], interval.ranges.intersection(current.ranges));
        }
        Register best = preferred(current);
        int until = splittable(freeUntil[best.ordinal()]);
        if (until <= current.start() || until < current.end() && !isWorthwhile(current, until)) {
            return false;
        }
        current.register = best;
        if (until < current.end()) {
            splitBefore(current, until);
        }
        return true;
    }

    /**
     * Cuts where the code runs least often between the last use and the place where the register is lost. What will be in the slot because of
     * a call goes there right after that use when no other place is better, which frees the register.
     */
    private void splitBefore(Interval current, int until) {
        int lastUse = Math.max(current.uses.lastBefore(until), current.start());
        int cut = places.firstRarest(lastUse, until);
        if (until != clobbers.nextOfAll(until)) {
            continueWith(current.split(cut));
        } else if (lastUse > current.start() && places.frequency(lastUse) <= places.frequency(cut)) {
            spill(current.split(lastUse + 1));
        } else {
            spill(current.split(cut));
        }
    }

    /** What begins where its register was clobbered can only come from its slot. */
    private void continueWith(Interval rest) {
        if (rest.start() % Positions.STEP == Positions.CLOBBER) {
            spill(rest);
        } else {
            unhandled.add(rest);
        }
    }

    /**
     * Where a value can change registers: not at the moment another one is defined in its old register, but before that instruction.
     * Clobbered positions stay, as what follows them is in the slot.
     */
    private static int splittable(int position) {
        return position != Interval.NEVER && position % Positions.STEP == Positions.DEFINE ? position - Positions.DEFINE - 1 : position;
    }

    /** A register until a position is of use only when the value is used before, or needs it at its start. */
    private static boolean isWorthwhile(Interval current, int until) {
        return current.uses.next(current.start()) < until;
    }

    private Register preferred(Interval current) {
        Register best = registersFor(current).get(0);
        for (Register register : registersFor(current)) {
            if (freeUntil[register.ordinal()] > freeUntil[best.ordinal()]) {
                best = register;
            }
        }
        int needed = Math.min(current.end(), freeUntil[best.ordinal()]);
        Register hinted = hint(current);
        if (hinted != null && registersFor(current).contains(hinted) && freeUntil[hinted.ordinal()] >= needed) {
            return hinted;
        }
        return best;
    }

    private static Register hint(Interval current) {
        if (current.hintRegister != null) {
            return current.hintRegister;
        }
        if (current.laterHint != null && current.laterHint.register != null) {
            return current.laterHint.register;
        }
        if (current.hint == null) {
            return null;
        }
        Register latest = null;
        for (Interval part : current.hint.parent.parts) {
            if (part.register != null && part.end() <= current.start() + 1) {
                latest = part.register;
            }
        }
        return latest != null ? latest : current.hint.register;
    }

    /** Takes a register from values that are used later than this one, or does without. */
    private void allocateBlocked(Interval current) {
        int firstRegisterUse = current.uses.nextWithRegister(current.start());
        boolean mustHaveRegister = firstRegisterUse <= current.start() + 1;
        findBlockers(current);
        Register best = registersFor(current).get(0);
        for (Register register : registersFor(current)) {
            if (nextUse[register.ordinal()] > nextUse[best.ordinal()]) {
                best = register;
            }
        }
        int r = best.ordinal();
        if (!mustHaveRegister && nextUse[r] <= current.uses.next(current.start())) {
            spill(current);
            return;
        }
        if (nextUse[r] <= firstRegisterUse && mustHaveRegister) {
            throw new IllegalStateException("no register left for " + current);
        }
        if (blockedFrom[r] < current.end()) {
            splitBefore(current, blockedFrom[r]);
        }
        current.register = best;
        evict(best, current);
    }

    private void findBlockers(Interval current) {
        for (Register register : registersFor(current)) {
            int r = register.ordinal();
            blockedFrom[r] = clobbers.first(register, current.ranges);
            nextUse[r] = blockedFrom[r] <= current.start() ? 0 : blockedFrom[r];
        }
        for (Interval interval : active) {
            int r = interval.register.ordinal();
            nextUse[r] = Math.min(nextUse[r], interval.uses.next(current.start()));
        }
        for (Interval interval : inactive) {
            if (interval.ranges.intersection(current.ranges) != Interval.NEVER) {
                int r = interval.register.ordinal();
                nextUse[r] = Math.min(nextUse[r], interval.uses.next(current.start()));
            }
        }
    }

    /** Takes a register from all that would meet the current interval in it. */
    private void evict(Register register, Interval current) {
        for (Interval interval : List.copyOf(active)) {
            if (interval.register == register) {
                active.remove(interval);
                spillRest(interval, current.start());
            }
        }
        for (Interval interval : List.copyOf(inactive)) {
            if (interval.register == register && interval.ranges.intersection(current.ranges) != Interval.NEVER) {
                inactive.remove(interval);
                spillRest(interval, current.start());
            }
        }
    }

    /** What lies after the position goes to the slot, from the place before where that costs least, until it must be in a register again. */
    private void spillRest(Interval interval, int position) {
        if (interval.start() >= position) {
            spill(interval);
            return;
        }
        int lastUse = Math.max(interval.uses.lastBefore(position), interval.start());
        spill(interval.split(places.firstRarest(lastUse, position)));
    }

    /** Puts it into its slot until a use that must or should have it in a register; what begins with such a definition is in no slot at all. */
    private void spill(Interval interval) {
        int use = Math.min(interval.uses.nextWithRegister(interval.start()), nextUseOfSeveral(interval));
        if (use == interval.start() && use % Positions.STEP == Positions.DEFINE) {
            unhandled.add(interval);
            return;
        }
        interval.parent.isSpilled = true;
        interval.register = null;
        if (use == Interval.NEVER) {
            return;
        }
        int reload = reloadPosition(interval, use);
        if (reload <= interval.start()) {
            throw new IllegalStateException("no room to reload " + interval + " for its use at " + use);
        }
        if (interval.end() > reload) {
            unhandled.add(interval.split(reload));
        }
    }

    /** First use that could be in memory but is followed by another one before the next call: one load serves both. */
    private int nextUseOfSeveral(Interval interval) {
        int use = interval.uses.next(interval.start() + 2);
        while (use != Interval.NEVER) {
            int next = interval.uses.next(use + 1);
            if (next == Interval.NEVER) {
                return Interval.NEVER;
            }
            boolean isRead = use % Positions.STEP == 0;
            if (isRead && clobbers.nextOfAll(use) > next) {
                return use;
            }
            use = next;
        }
        return Interval.NEVER;
    }

    /** A place before a loop, or else the gap before the instruction of a use; a definition's own position for a definition. */
    private int reloadPosition(Interval interval, int use) {
        if (use % Positions.STEP != 0) {
            return use;
        }
        return places.lastRarest(Math.max(Math.max(interval.start(), settled), clobbers.lastOfAll(use - 1)), use - 1);
    }
}
