/** A CPU's loop and timer: slices end, idle CPUs wait, nothing ticks. */
package org.peaberry.kernel.sched;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.peaberry.kernel.time.Timer;
import org.peaberry.kernel.time.TimerDevice;

class CpuTest {
    private static final long NEVER = Long.MAX_VALUE;

    private long now;
    private long armed = NEVER;
    private int arms;
    private final Cpu cpu = new Cpu(0, () -> now, new TimerDevice() {
        @Override
        public void arm(long deadline) {
            armed = deadline;
            arms++;
        }

        @Override
        public void disarm() {
            armed = NEVER;
        }

        @Override
        public void beforeIdle() {
            // The same device serves guests and halts.
        }
    }, id -> {
    });
    private final List<Schedulable> ran = new ArrayList<>();
    private final GuestRunner runner = new GuestRunner() {
        @Override
        public void run(Schedulable unit) {
            ran.add(unit);
            unit.takePending();
            while ((unit.pending() & Schedulable.RESCHEDULE) == 0) {
                interrupt();
            }
        }

        @Override
        public void idle() {
            ran.add(null);
            interrupt();
        }
    };

    private void interrupt() {
        now = armed;
        armed = NEVER;
        cpu.timerInterrupt();
    }

    private SimulatedUnit add() {
        SimulatedUnit unit = new SimulatedUnit();
        cpu.queue().attach(unit, Schedulable.DEFAULT_WEIGHT);
        cpu.queue().resume(unit, now);
        return unit;
    }

    @Test
    void unitsTakeTurnsByTheTimer() {
        SimulatedUnit one = add();
        SimulatedUnit two = add();
        for (int i = 0; i < 6; i++) {
            CpuLoop.runOnce(cpu, runner);
        }
        assertTrue(ran.contains(one) && ran.contains(two));
        assertTrue(now >= 5 * RunQueue.MINIMUM_SLICE);
    }

    @Test
    void unitAloneArmsNoTimer() {
        add();
        cpu.chooseNext();
        cpu.chooseNext();
        assertEquals(0, arms);
    }

    @Test
    void idleCpuWakesForATimer() {
        SimulatedUnit unit = add();
        cpu.queue().block(unit, now);
        cpu.timers().set(new Timer() {
            @Override
            protected void expired(long time) {
                cpu.queue().wake(unit, time);
            }
        }, 5_000);
        CpuLoop.runOnce(cpu, runner);
        assertEquals(5_000, now);
        assertEquals(unit, cpu.chooseNext());
    }

    @Test
    void laterTimerDoesNotTouchTheHardware() {
        Timer early = new Timer() {
            @Override
            protected void expired(long time) {
            }
        };
        Timer late = new Timer() {
            @Override
            protected void expired(long time) {
            }
        };
        cpu.timers().set(early, 100);
        cpu.timers().set(late, 200);
        assertEquals(1, arms);
        interrupt();
        assertEquals(2, arms);
        assertEquals(200, armed);
    }
}
