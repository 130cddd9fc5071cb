/** One CPU in simulated time, with the loop that a real one runs. */
package org.peaberry.kernel.sched;

import java.util.ArrayList;
import java.util.List;

final class SimulatedCpu implements CpuSignal {
    final RunQueue queue = new RunQueue(this);
    final List<SimulatedUnit> units = new ArrayList<>();
    long now;
    boolean signalled;

    SimulatedUnit add(int weight) {
        SimulatedUnit unit = new SimulatedUnit();
        queue.attach(unit, weight);
        queue.resume(unit, now);
        units.add(unit);
        return unit;
    }

    @Override
    public void reschedule() {
        signalled = true;
    }

    @Override
    public void timerChanged() {
    }

    void runUntil(long end) {
        while (now < end) {
            SimulatedUnit running = (SimulatedUnit) queue.schedule(now);
            signalled = false;
            long next = Math.min(end, queue.sliceEnd());
            for (SimulatedUnit unit : units) {
                next = Math.min(next, unit.wakeAt);
            }
            if (running != null && running.workLeft != Long.MAX_VALUE) {
                next = Math.min(next, now + running.workLeft);
            }
            advance(Math.max(next, now + 1), running);
        }
        for (SimulatedUnit unit : units) {
            unit.account(now);
        }
    }

    private void advance(long next, SimulatedUnit running) {
        long passed = next - now;
        now = next;
        if (running != null && running.workLeft != Long.MAX_VALUE) {
            running.workLeft -= passed;
            if (running.workLeft <= 0) {
                running.workLeft = running.workBeforeSleep;
                running.wakeAt = now + running.sleep;
                queue.block(running, now);
            }
        }
        for (SimulatedUnit unit : units) {
            if (unit.wakeAt <= now) {
                unit.wakeAt = Long.MAX_VALUE;
                queue.wake(unit, now);
            }
        }
    }
}
