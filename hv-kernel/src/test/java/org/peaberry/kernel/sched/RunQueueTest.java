/** The scheduler in simulated time: fairness, boost, blocking, slices. */
package org.peaberry.kernel.sched;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.peaberry.kernel.time.TimerQueue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RunQueueTest {
    private static final long MILLISECOND = 1_000_000;
    private static final long SECOND = 1000 * MILLISECOND;

    private final SimulatedCpu cpu = new SimulatedCpu();

    @Test
    void cpuWithoutUnitsIsIdle() {
        assertNull(cpu.queue.schedule(0));
        assertEquals(TimerQueue.NEVER, cpu.queue.sliceEnd());
    }

    @Test
    void unitAloneNeedsNoTimer() {
        SimulatedUnit unit = cpu.add(256);
        assertSame(unit, cpu.queue.schedule(0));
        assertEquals(TimerQueue.NEVER, cpu.queue.sliceEnd());
    }

    @Test
    void equalUnitsShareEqually() {
        List<SimulatedUnit> units = List.of(cpu.add(256), cpu.add(256), cpu.add(256));
        cpu.runUntil(3 * SECOND);
        for (SimulatedUnit unit : units) {
            assertEquals(SECOND, unit.used(), 20 * MILLISECOND);
        }
    }

    @Test
    void doubleWeightGetsDoubleTime() {
        SimulatedUnit light = cpu.add(256);
        SimulatedUnit heavy = cpu.add(512);
        cpu.runUntil(3 * SECOND);
        assertEquals(SECOND, light.used(), 30 * MILLISECOND);
        assertEquals(2 * SECOND, heavy.used(), 30 * MILLISECOND);
    }

    @Test
    void wakingUnitGetsTheCpuAtOnce() {
        SimulatedUnit sleeper = cpu.add(256);
        cpu.add(256);
        cpu.queue.block(sleeper, 0);
        cpu.runUntil(500 * MILLISECOND);
        cpu.signalled = false;
        cpu.queue.wake(sleeper, cpu.now);
        assertTrue(cpu.signalled);
        assertSame(sleeper, cpu.queue.schedule(cpu.now));
    }

    @Test
    void timeUsedAloneIsNotHeldAgainstAUnit() {
        SimulatedUnit early = cpu.add(256);
        SimulatedUnit late = cpu.add(256);
        cpu.queue.block(late, 0);
        cpu.runUntil(10 * SECOND);
        cpu.queue.wake(late, cpu.now);
        cpu.runUntil(11 * SECOND);
        assertEquals(SECOND / 2, late.used(), 20 * MILLISECOND);
        assertEquals(10 * SECOND + SECOND / 2, early.used(), 20 * MILLISECOND);
    }

    @Test
    void sleepingSavesNoMoreThanOneRoundUp() {
        SimulatedUnit sleeper = cpu.add(256);
        SimulatedUnit one = cpu.add(256);
        SimulatedUnit two = cpu.add(256);
        cpu.queue.block(sleeper, 0);
        cpu.runUntil(10 * SECOND);
        cpu.queue.wake(sleeper, cpu.now);
        long before = one.used() + two.used();
        cpu.runUntil(10 * SECOND + 60 * MILLISECOND);
        assertTrue(one.used() + two.used() - before >= 25 * MILLISECOND, "the sleeper kept the CPU");
    }

    @Test
    void yieldLetsAnotherGoFirst() {
        SimulatedUnit one = cpu.add(256);
        SimulatedUnit two = cpu.add(256);
        Schedulable running = cpu.queue.schedule(0);
        cpu.queue.yield(running);
        assertSame(running == one ? two : one, cpu.queue.schedule(1000));
        assertEquals(RunState.RUNNABLE, running.state());
    }

    @Test
    void yieldAloneKeepsTheCpu() {
        SimulatedUnit unit = cpu.add(256);
        cpu.queue.schedule(0);
        cpu.queue.yield(unit);
        assertSame(unit, cpu.queue.schedule(1000));
    }

    @Test
    void pausesAreCounted() {
        SimulatedUnit unit = cpu.add(256);
        cpu.queue.schedule(0);
        cpu.queue.pause(unit, 1);
        cpu.queue.pause(unit, 1);
        assertNull(cpu.queue.schedule(2));
        assertEquals(RunState.OFFLINE, unit.state());
        cpu.queue.resume(unit, 3);
        assertNull(cpu.queue.schedule(3));
        cpu.queue.resume(unit, 4);
        assertSame(unit, cpu.queue.schedule(4));
        assertThrows(IllegalStateException.class, () -> cpu.queue.resume(unit, 5));
    }

    @Test
    void eventDuringBlockingIsNotLost() {
        SimulatedUnit unit = cpu.add(256);
        cpu.queue.schedule(0);
        cpu.queue.block(unit, 1);
        cpu.queue.wake(unit, 1);
        assertSame(unit, cpu.queue.schedule(2));
    }

    @Test
    void statesAddUpToAllTime() {
        SimulatedUnit unit = cpu.add(256);
        cpu.add(256);
        cpu.runUntil(100 * MILLISECOND);
        cpu.queue.block(unit, cpu.now);
        cpu.runUntil(200 * MILLISECOND);
        cpu.queue.wake(unit, cpu.now);
        cpu.runUntil(300 * MILLISECOND);
        unit.account(cpu.now);
        long sum = 0;
        for (long spent : unit.spent) {
            sum += spent;
        }
        assertEquals(300 * MILLISECOND, sum);
        assertEquals(100 * MILLISECOND, unit.spent[RunState.BLOCKED.ordinal()], 11 * MILLISECOND);
    }

    @Property(tries = 100)
    void busyUnitsGetTimeInProportionToTheirWeights(
            @ForAll @Size(min = 2, max = 6) List<@IntRange(min = 64, max = 1024) Integer> weights) {
        SimulatedCpu machine = new SimulatedCpu();
        List<SimulatedUnit> units = weights.stream().map(machine::add).toList();
        machine.runUntil(20 * SECOND);
        double all = weights.stream().mapToInt(w -> w).sum();
        for (int i = 0; i < units.size(); i++) {
            double share = units.get(i).used() / (20.0 * SECOND);
            assertEquals(weights.get(i) / all, share, 0.01, "share of weight " + weights.get(i) + " among " + weights);
        }
    }

    @Property(tries = 100)
    void noRunnableUnitStarves(@ForAll @Size(min = 2, max = 8) List<@IntRange(min = 1, max = 40) Integer> sleeps) {
        SimulatedCpu machine = new SimulatedCpu();
        SimulatedUnit busy = machine.add(256);
        for (int milliseconds : sleeps) {
            machine.add(256).sleepsAfter(MILLISECOND, milliseconds * MILLISECOND);
        }
        machine.runUntil(5 * SECOND);
        long fair = 5 * SECOND / (sleeps.size() + 1);
        assertTrue(busy.used() > fair - fair / 20, "busy unit got " + busy.used() + " of " + fair);
    }
}
