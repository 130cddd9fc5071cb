/** Intervals of several values, and their parts. */
package org.peaberry.compiler.allocate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.peaberry.compiler.select.VirtualRegister;

class IntervalTest {
    private static final VirtualRegister FIRST = new VirtualRegister(1);
    private static final VirtualRegister SECOND = new VirtualRegister(2);

    private static Interval interval(VirtualRegister value, int from, int to) {
        Interval interval = new Interval(value, false);
        interval.ranges.add(from, to);
        interval.uses.add(from, true);
        return interval;
    }

    private static Interval joined() {
        Interval interval = interval(FIRST, 2, 9);
        interval.join(interval(SECOND, 10, 21));
        return interval;
    }

    @Test
    void joinedValuesKeepTheirOwnRanges() {
        Interval joined = joined();
        assertEquals(FIRST, joined.valueAt(8));
        assertEquals(SECOND, joined.valueAt(10));
        assertEquals(2, joined.start());
        assertEquals(21, joined.end());
    }

    @Test
    void aValueIsNotWhereOnlyTheOtherOneLives() {
        Interval joined = joined();
        assertSame(joined, joined.findPart(FIRST, 8));
        assertNull(joined.findPart(SECOND, 8));
        assertNull(joined.findPart(FIRST, 9));
    }

    @Test
    void usesOfBothAreInOrder() {
        Interval joined = interval(SECOND, 10, 21);
        joined.join(interval(FIRST, 2, 9));
        assertEquals(2, joined.uses.next(0));
        assertEquals(10, joined.uses.next(3));
    }

    @Test
    void rangesThatTouchBecomeOne() {
        Ranges ranges = rangesOf(10, 20);
        ranges.addAll(rangesOf(4, 10));
        assertEquals(" [4,20)", ranges.toString());
    }

    @Test
    void aCutInAHoleLeavesAllThatFollowsToTheRest() {
        Interval joined = joined();
        joined.ranges.addAll(rangesOf(40, 50));
        Interval rest = joined.split(30);
        assertEquals(21, joined.end());
        assertEquals(40, rest.start());
    }

    private static Ranges rangesOf(int from, int to) {
        Ranges ranges = new Ranges();
        ranges.add(from, to);
        return ranges;
    }
}
