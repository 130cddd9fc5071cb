/** When the countdown of a guest's run is corrected, and to what. */
package org.peaberry.arch.virtualization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RunLimitTest {
    private final RunLimit limit = new RunLimit();

    @Test
    void aNewLimitIsDueAtTheNextEntry() {
        assertTrue(limit.isDue());
        assertEquals(RunLimit.NEVER, limit.ticksLeft(5));
        assertFalse(limit.isDue());
        limit.set(1000);
        assertTrue(limit.isDue());
        assertEquals(400, limit.ticksLeft(600));
        assertFalse(limit.isDue());
    }

    @Test
    void aLimitThatIsPastLeavesNothing() {
        limit.set(1000);
        assertEquals(0, limit.ticksLeft(1001));
    }

    @Test
    void theCountdownIsCorrectedEveryFewEntries() {
        limit.set(1000);
        limit.isDue();
        limit.ticksLeft(0);
        int entries = 1;
        while (!limit.isDue()) {
            entries++;
        }
        assertTrue(entries > 16 && entries <= 128, entries + " entries");
        assertEquals(100, limit.ticksLeft(900));
    }

    @Test
    void anotherGuestsCountdownIsReplaced() {
        limit.set(1000);
        limit.isDue();
        limit.ticksLeft(0);
        limit.lost();
        assertTrue(limit.isDue());
    }
}
