/** Gives a value and the one it is moved to one interval where they never live at the same time: then the move costs nothing. */
package org.peaberry.compiler.allocate;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.select.MachineBlock;
import org.peaberry.compiler.select.MachineCode;
import org.peaberry.compiler.select.MachineInstruction;

/** The moves that run most often come first. What handlers want stays as it is: that has to be in its slot all the time. */
final class Coalescing {
    private final Interval[] intervals;
    private final Clobbers clobbers;
    private final BitSet excluded = new BitSet();

    private Coalescing(Interval[] intervals, Clobbers clobbers) {
        this.intervals = intervals;
        this.clobbers = clobbers;
    }

    /** Makes entries of the array equal, by virtual register. */
    static void run(MachineCode code, Liveness liveness, Clobbers clobbers, Interval[] intervals) {
        Coalescing coalescing = new Coalescing(intervals, clobbers);
        code.blocks().stream().filter(MachineBlock::isHandler).forEach(handler -> coalescing.excluded.or(liveness.liveIn(handler)));
        List<MachineBlock> hottestFirst = code.blocks().stream().sorted(Comparator.comparingInt(MachineBlock::frequency).reversed()).toList();
        for (MachineBlock block : hottestFirst) {
            block.instructions().stream().filter(i -> i.kind() == MachineInstruction.Kind.MOVE).forEach(coalescing::join);
        }
        coalescing.forgetJoined();
    }

    private void join(MachineInstruction move) {
        for (int i = 0; i < move.pairs(); i++) {
            int from = move.uses().get(i).register().id();
            int to = move.definitions().get(i).register().id();
            boolean isPossible = !excluded.get(from) && !excluded.get(to) && intervals[from] != intervals[to];
            if (isPossible && isWorthwhile(intervals[from], intervals[to])) {
                join(intervals[to], intervals[from]);
            }
        }
    }

    private boolean isWorthwhile(Interval from, Interval to) {
        return from.ranges.intersection(to.ranges) == Interval.NEVER && !losesItsRegister(from, to) && !losesItsRegister(to, from);
    }

    /** Whether a value could be where it is wanted all the time, but not together with the other one: the move would be made later instead. */
    private boolean losesItsRegister(Interval value, Interval other) {
        Register wanted = value.hintRegister;
        return wanted != null && clobbers.first(wanted, value.ranges) == Interval.NEVER && clobbers.first(wanted, other.ranges) != Interval.NEVER;
    }

    private void join(Interval remaining, Interval other) {
        remaining.join(other);
        for (int id = 0; id < intervals.length; id++) {
            intervals[id] = intervals[id] == other ? remaining : intervals[id];
        }
    }

    /** Hints lead to intervals that are still there. */
    private void forgetJoined() {
        for (Interval interval : intervals) {
            if (interval != null) {
                interval.hint = current(interval, interval.hint);
                interval.laterHint = current(interval, interval.laterHint);
            }
        }
    }

    private Interval current(Interval interval, Interval hinted) {
        Interval current = hinted == null ? null : intervals[hinted.virtual.id()];
        return current == interval ? null : current;
    }
}
