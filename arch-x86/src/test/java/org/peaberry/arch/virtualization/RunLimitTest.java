/** What is left of a guest's run, and who hears of a change. */
package org.peaberry.arch.virtualization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RunLimitTest {
    private final RunLimit limit = new RunLimit();
    private int changes;
    private int changesOfTheOther;

    @Test
    void whoHasTheCpuHearsOfEachChange() {
        limit.set(10);
        limit.runner(() -> changes++);
        assertEquals(1, changes, "its countdown is of an earlier time");
        limit.set(20);
        limit.runner(() -> changesOfTheOther++);
        limit.clear();
        assertEquals(2, changes);
        assertEquals(2, changesOfTheOther);
    }

    @Test
    void ticksAreLeftUntilTheLimit() {
        assertEquals(RunLimit.NEVER, limit.ticksLeft(5));
        limit.set(1000);
        assertEquals(400, limit.ticksLeft(600));
        assertEquals(0, limit.ticksLeft(1001));
        limit.clear();
        assertEquals(RunLimit.NEVER, limit.ticksLeft(5));
    }
}
