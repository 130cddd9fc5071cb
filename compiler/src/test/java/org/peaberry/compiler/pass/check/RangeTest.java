/** Ranges hold every value that can occur: compared with all values of small ranges. */
package org.peaberry.compiler.pass.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.peaberry.compiler.ir.Condition;
import org.peaberry.compiler.ir.Type;
import org.peaberry.compiler.pass.value.Arithmetic;

class RangeTest {
    private static final long[] BASES = {0, -4, 3, Integer.MAX_VALUE - 5, Integer.MIN_VALUE, Long.MIN_VALUE, Long.MAX_VALUE - 10};

    private static Range range(int base, int width) {
        return new Range(BASES[base], BASES[base] + width);
    }

    @Property
    void outcomeOfAComparisonHoldsOfEveryValue(@ForAll @IntRange(max = 6) int base, @ForAll @IntRange(max = 5) int width,
            @ForAll @IntRange(max = 6) int other, @ForAll @IntRange(max = 8) int offset, @ForAll Condition condition) {
        Range range = range(base, width);
        long bound = BASES[other] + offset;
        Boolean outcome = range.outcome(condition, bound);
        for (long value = range.least(); outcome != null && value - range.least() <= width; value++) {
            assertEquals(outcome, Arithmetic.holds(condition, value, bound), value + " " + condition + " " + bound);
        }
    }

    @Property
    void narrowedRangeKeepsEveryValueThatFulfilsTheCondition(@ForAll @IntRange(max = 6) int base, @ForAll @IntRange(max = 5) int width,
            @ForAll @IntRange(max = 6) int other, @ForAll @IntRange(max = 8) int offset, @ForAll Condition condition) {
        Range range = range(base, width);
        long bound = BASES[other] + offset;
        Range narrowed = range.where(condition, bound);
        for (long value = range.least(); value - range.least() <= width; value++) {
            if (Arithmetic.holds(condition, value, bound)) {
                assertTrue(Range.exactly(value).isWithin(narrowed), value + " " + condition + " " + bound + " is not in " + narrowed);
            }
        }
    }

    @Property
    void sumsAndMasksAreInside(@ForAll @IntRange(max = 6) int first, @ForAll @IntRange(max = 5) int width, @ForAll @IntRange(max = 6) int second,
            @ForAll @IntRange(max = 5) int secondWidth) {
        Range left = range(first, width);
        Range right = range(second, secondWidth);
        for (long a = left.least(); a - left.least() <= width; a++) {
            for (long b = right.least(); b - right.least() <= secondWidth; b++) {
                assertTrue(Range.exactly(a + b).isWithin(left.plus(right, Type.LONG)), a + " + " + b);
                assertTrue(Range.exactly(a & b).isWithin(Range.masked(left, right, Type.LONG)), a + " & " + b);
            }
        }
    }

    @Property
    void differencesProductsAndRemaindersAreInside(@ForAll @IntRange(max = 6) int first, @ForAll @IntRange(max = 5) int width,
            @ForAll @IntRange(max = 6) int second, @ForAll @IntRange(max = 5) int secondWidth) {
        Range left = range(first, width);
        Range right = range(second, secondWidth);
        for (long a = left.least(); a - left.least() <= width; a++) {
            for (long b = right.least(); b - right.least() <= secondWidth; b++) {
                assertTrue(Range.exactly(a - b).isWithin(left.minus(right, Type.LONG)), a + " - " + b);
                assertTrue(Range.exactly(a * b).isWithin(left.times(right, Type.LONG)), a + " * " + b);
                assertTrue(b == 0 || Range.exactly(a % b).isWithin(left.remainder(right, Type.LONG)), a + " % " + b);
            }
        }
    }

    @Property
    void intDifferencesAndProductsWrapAround(@ForAll int a, @ForAll int b) {
        assertTrue(Range.exactly(a - b).isWithin(Range.exactly(a).minus(Range.exactly(b), Type.INT)));
        assertTrue(Range.exactly(a * b).isWithin(Range.exactly(a).times(Range.exactly(b), Type.INT)));
    }

    @Property
    void intSumsWrapAround(@ForAll int a, @ForAll int b) {
        assertTrue(Range.exactly(a + b).isWithin(Range.exactly(a).plus(Range.exactly(b), Type.INT)));
    }
}
