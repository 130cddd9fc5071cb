/** The positions at which a value is live, as half-open ranges. */
package org.peaberry.compiler.allocate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Ascending; they do not touch. */
final class Ranges {
    private record Range(int from, int to) {
    }

    private final List<Range> ranges = new ArrayList<>(2);

    // ---- Building, from the end of the code to its start.

    /** Adds a range before all others, or joins it to the first ones. */
    void add(int from, int to) {
        int start = from;
        int end = to;
        while (!ranges.isEmpty() && ranges.get(0).from <= end) {
            Range first = ranges.remove(0);
            start = Math.min(start, first.from);
            end = Math.max(end, first.to);
        }
        ranges.add(0, new Range(start, end));
    }

    /** The definition is here: the value does not live before, and at least here. */
    void startAt(int position) {
        if (!ranges.isEmpty() && ranges.get(0).from <= position) {
            ranges.set(0, new Range(position, ranges.get(0).to));
        } else {
            ranges.add(0, new Range(position, position + 1));
        }
    }

    Ranges copy() {
        Ranges copy = new Ranges();
        copy.ranges.addAll(ranges);
        return copy;
    }

    /** Adds those of another value, none of which meets one that is here. */
    void addAll(Ranges other) {
        List<Range> all = new ArrayList<>(ranges);
        all.addAll(other.ranges);
        all.sort(Comparator.comparingInt(Range::from));
        ranges.clear();
        for (Range range : all) {
            Range last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
            if (last != null && last.to == range.from) {
                ranges.set(ranges.size() - 1, new Range(last.from, range.to));
            } else {
                ranges.add(range);
            }
        }
    }

    // ---- Questions.

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    int start() {
        return ranges.get(0).from;
    }

    int end() {
        return ranges.get(ranges.size() - 1).to;
    }

    boolean covers(int position) {
        for (Range range : ranges) {
            if (position < range.to) {
                return position >= range.from;
            }
        }
        return false;
    }

    /** First position in both, or {@link Interval#NEVER}. */
    int intersection(Ranges other) {
        int mine = 0;
        int others = 0;
        while (mine < ranges.size() && others < other.ranges.size()) {
            Range left = ranges.get(mine);
            Range right = other.ranges.get(others);
            int from = Math.max(left.from, right.from);
            if (from < Math.min(left.to, right.to)) {
                return from;
            }
            if (left.to <= right.to) {
                mine++;
            } else {
                others++;
            }
        }
        return Interval.NEVER;
    }

    /** First of the ascending positions that is in here, or {@link Interval#NEVER}. */
    int intersection(int[] positions, int count) {
        int index = Arrays.binarySearch(positions, 0, count, start());
        index = index < 0 ? -index - 1 : index;
        for (Range range : ranges) {
            while (index < count && positions[index] < range.from) {
                index++;
            }
            if (index == count) {
                return Interval.NEVER;
            }
            if (positions[index] < range.to) {
                return positions[index];
            }
        }
        return Interval.NEVER;
    }

    /** Moves what lies at or after a position to another interval's. */
    void moveFrom(int position, Ranges rest) {
        for (int i = ranges.size() - 1; i >= 0 && ranges.get(i).to > position; i--) {
            Range range = ranges.remove(i);
            rest.ranges.add(0, new Range(Math.max(range.from, position), range.to));
            if (range.from < position) {
                ranges.add(new Range(range.from, position));
                return;
            }
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        ranges.forEach(r -> text.append(" [").append(r.from).append(',').append(r.to).append(')'));
        return text.toString();
    }
}
