/** The one-shot timer of the CPU as the scheduler sets it, and its interrupt. */
package org.peaberry.kernel.boot;

import org.peaberry.arch.apic.LocalApic;
import org.peaberry.arch.timer.OneShotTimer;
import org.peaberry.arch.trap.InterruptHandler;
import org.peaberry.kernel.sched.Cpu;
import org.peaberry.kernel.time.TimerDevice;
import org.peaberry.kernel.time.TscClock;

final class HostTimer implements TimerDevice, InterruptHandler {
    private final OneShotTimer timer;
    private final TscClock clock;
    private final LocalApic apic;
    private Cpu cpu;

    HostTimer(OneShotTimer timer, TscClock clock, LocalApic apic) {
        this.timer = timer;
        this.clock = clock;
        this.apic = apic;
    }

    /** Says whose timer it is. */
    void connect(Cpu newCpu) {
        cpu = newCpu;
    }

    @Override
    public void arm(long deadline) {
        timer.arm(clock.ticksAt(deadline));
    }

    @Override
    public void disarm() {
        timer.disarm();
    }

    @Override
    public void handle(int vector) {
        apic.endOfInterrupt();
        cpu.timerInterrupt();
    }
}
