/** The life of a virtual register, or of a part of it: where it is live, where it is used, where it is kept. */
package org.peaberry.compiler.allocate;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.select.VirtualRegister;

/** Positions are {@link Positions}'. Ranges are half-open, ascending, and do not touch. */
final class Interval {
    static final int NEVER = Integer.MAX_VALUE;

    final VirtualRegister virtual;
    /** The interval this was split from in the end; itself if it was not split off. */
    final Interval parent;
    /** Parts in ascending order, the parent first; only in the parent. */
    final List<Interval> parts = new ArrayList<>(1);
    private final List<int[]> ranges = new ArrayList<>(2);
    /** Ascending positions of uses and definitions, and whether each needs a register. */
    private final List<Integer> uses = new ArrayList<>(2);
    private final List<Boolean> needsRegister = new ArrayList<>(2);
    /** Null while in its slot. */
    Register register;
    /** Register that would save a move, or null; and the interval whose register would. */
    Register hintRegister;
    Interval hint;
    /** The interval that takes the value over, as a phi does: of use when that one has its register already. */
    Interval laterHint;
    /** Whether some part lives in the slot; only in the parent. */
    boolean isSpilled;

    Interval(VirtualRegister virtual) {
        this.virtual = virtual;
        parent = this;
        parts.add(this);
    }

    private Interval(Interval parent) {
        virtual = parent.virtual;
        this.parent = parent;
    }

    // ---- Building, from the end of the code to its start.

    /** Adds a range before all others, or joins it to the first. */
    void addRange(int from, int to) {
        if (!ranges.isEmpty() && ranges.get(0)[0] <= to) {
            int[] first = ranges.get(0);
            first[0] = Math.min(first[0], from);
            first[1] = Math.max(first[1], to);
            while (ranges.size() > 1 && ranges.get(1)[0] <= first[1]) {
                first[1] = Math.max(first[1], ranges.remove(1)[1]);
            }
        } else {
            ranges.add(0, new int[] {from, to});
        }
    }

    /** The definition is here: the value does not live before. */
    void shortenFrom(int position) {
        if (ranges.isEmpty()) {
            ranges.add(new int[] {position, position + 1});
        } else if (ranges.get(0)[0] <= position) {
            ranges.get(0)[0] = position;
        } else {
            ranges.add(0, new int[] {position, position + 1});
        }
    }

    void addUse(int position, boolean register) {
        int index = 0;
        while (index < uses.size() && uses.get(index) < position) {
            index++;
        }
        uses.add(index, position);
        needsRegister.add(index, register);
    }

    /** A register that would save a move; the first one that is named, which is the one of the last use, counts. */
    void suggest(Register suggested) {
        hintRegister = hintRegister == null ? suggested : hintRegister;
    }

    // ---- Questions.

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    int start() {
        return ranges.get(0)[0];
    }

    int end() {
        return ranges.get(ranges.size() - 1)[1];
    }

    boolean covers(int position) {
        for (int[] range : ranges) {
            if (position < range[0]) {
                return false;
            }
            if (position < range[1]) {
                return true;
            }
        }
        return false;
    }

    /** First position both live at, or {@link #NEVER}. */
    int intersection(Interval other) {
        int mine = 0;
        int others = 0;
        while (mine < ranges.size() && others < other.ranges.size()) {
            int[] left = ranges.get(mine);
            int[] right = other.ranges.get(others);
            int from = Math.max(left[0], right[0]);
            if (from < Math.min(left[1], right[1])) {
                return from;
            }
            if (left[1] <= right[1]) {
                mine++;
            } else {
                others++;
            }
        }
        return NEVER;
    }

    /** First of the ascending positions at which it is live, or {@link #NEVER}. */
    int intersection(int[] positions, int count) {
        int index = java.util.Arrays.binarySearch(positions, 0, count, start());
        index = index < 0 ? -index - 1 : index;
        for (int[] range : ranges) {
            while (index < count && positions[index] < range[0]) {
                index++;
            }
            if (index == count) {
                return NEVER;
            }
            if (positions[index] < range[1]) {
                return positions[index];
            }
        }
        return NEVER;
    }

    /** First use at or after a position that needs a register, or {@link #NEVER}. */
    int nextRegisterUse(int position) {
        for (int i = 0; i < uses.size(); i++) {
            if (uses.get(i) >= position && needsRegister.get(i)) {
                return uses.get(i);
            }
        }
        return NEVER;
    }

    /** First use of any kind at or after a position, or {@link #NEVER}. */
    int nextUse(int position) {
        for (int use : uses) {
            if (use >= position) {
                return use;
            }
        }
        return NEVER;
    }

    /** Last use of any kind before a position, or -1. */
    int lastUseBefore(int position) {
        int last = -1;
        for (int use : uses) {
            if (use < position) {
                last = use;
            }
        }
        return last;
    }

    /** The part that is live at a position; of the parent. */
    Interval partAt(int position) {
        for (Interval part : parts) {
            if (part.covers(position)) {
                return part;
            }
        }
        throw new IllegalStateException(virtual + " is not live at " + position);
    }

    boolean isLiveAt(int position) {
        for (Interval part : parts) {
            if (part.covers(position)) {
                return true;
            }
        }
        return false;
    }

    // ---- Splitting.

    /** Cuts off what lies at or after a position, which is inside of it, as a new part. */
    Interval split(int position) {
        Interval rest = new Interval(parent);
        for (int i = ranges.size() - 1; i >= 0; i--) {
            int[] range = ranges.get(i);
            if (range[0] >= position) {
                rest.ranges.add(0, ranges.remove(i));
            } else if (range[1] > position) {
                rest.ranges.add(0, new int[] {position, range[1]});
                range[1] = position;
            }
        }
        for (int i = uses.size() - 1; i >= 0 && uses.get(i) >= position; i--) {
            rest.uses.add(0, uses.remove(i));
            rest.needsRegister.add(0, needsRegister.remove(i));
        }
        rest.hintRegister = hintRegister;
        rest.hint = this;
        parent.parts.add(parent.parts.indexOf(this) + 1, rest);
        return rest;
    }

    List<int[]> ranges() {
        return ranges;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(virtual.toString());
        ranges.forEach(r -> text.append(" [").append(r[0]).append(',').append(r[1]).append(')'));
        return text.append(" in ").append(register).toString();
    }
}
