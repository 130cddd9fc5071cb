/** The one-shot timer of the CPU as the scheduler sets it, and its interrupt. */
package org.peaberry.kernel.boot;

import org.peaberry.arch.apic.LocalApic;
import org.peaberry.arch.timer.OneShotTimer;
import org.peaberry.arch.trap.InterruptHandler;
import org.peaberry.arch.virtualization.RunLimit;
import org.peaberry.kernel.sched.Cpu;
import org.peaberry.kernel.time.TimerDevice;
import org.peaberry.kernel.time.TscClock;

final class HostTimer implements TimerDevice, InterruptHandler {
    private final OneShotTimer timer;
    private final TscClock clock;
    private final LocalApic apic;
    private final RunLimit limit;
    private Cpu cpu;

    /** @param limit what ends guests' runs at a time without an interrupt; null when there is no such thing */
    HostTimer(OneShotTimer timer, RunLimit limit, TscClock clock, LocalApic apic) {
        this.timer = timer;
        this.limit = limit;
        this.clock = clock;
        this.apic = apic;
    }

    /** Says whose timer it is. */
    void connect(Cpu newCpu) {
        cpu = newCpu;
    }

    @Override
    public void arm(long deadline) {
        long ticks = clock.ticksAt(deadline);
        if (limit == null) {
            timer.arm(ticks);
        } else {
            limit.set(ticks);
        }
    }

    @Override
    public void disarm() {
        if (limit == null) {
            timer.disarm();
        } else {
            limit.clear();
        }
    }

    /** When something else ends the halt first, this interrupt comes beside the limit, and finds its work done. */
    @Override
    public void beforeIdle() {
        if (limit != null && limit.deadline() != RunLimit.NEVER) {
            timer.arm(limit.deadline());
        }
    }

    @Override
    public void handle(int vector) {
        apic.endOfInterrupt();
        if (limit != null) {
            limit.clear();
        }
        cpu.timerInterrupt();
    }
}
