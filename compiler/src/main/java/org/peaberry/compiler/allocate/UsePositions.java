/** Where an interval is used and defined, and which of these need a register. */
package org.peaberry.compiler.allocate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Ascending. */
final class UsePositions {
    private record Use(int position, boolean needsRegister) {
    }

    private final List<Use> uses = new ArrayList<>(2);

    /** Adds one that lies before most others: intervals are built backwards. */
    void add(int position, boolean needsRegister) {
        int index = 0;
        while (index < uses.size() && uses.get(index).position < position) {
            index++;
        }
        uses.add(index, new Use(position, needsRegister));
    }

    void addAll(UsePositions other) {
        uses.addAll(other.uses);
        uses.sort(Comparator.comparingInt(Use::position));
    }

    /** First one at or after a position, or {@link Interval#NEVER}. */
    int next(int position) {
        for (Use use : uses) {
            if (use.position >= position) {
                return use.position;
            }
        }
        return Interval.NEVER;
    }

    /** First one at or after a position that needs a register, or {@link Interval#NEVER}. */
    int nextWithRegister(int position) {
        for (Use use : uses) {
            if (use.position >= position && use.needsRegister) {
                return use.position;
            }
        }
        return Interval.NEVER;
    }

    /** Last one before a position, or -1. */
    int lastBefore(int position) {
        int last = -1;
        for (Use use : uses) {
            last = use.position < position ? use.position : last;
        }
        return last;
    }

    /** Moves those at or after a position to another interval's. */
    void moveFrom(int position, UsePositions rest) {
        int first = 0;
        while (first < uses.size() && uses.get(first).position < position) {
            first++;
        }
        List<Use> moved = uses.subList(first, uses.size());
        rest.uses.addAll(moved);
        moved.clear();
    }
}
