/** The timer of each CPU, set by time-stamp counter; interrupts on {@link org.peaberry.arch.apic.Vector#TIMER}. */
package org.peaberry.arch.timer;

import org.peaberry.arch.apic.LocalApic;
import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.runtime.annotation.BootOnly;

/** May interrupt early (a countdown has 32 bits): whoever armed it looks at the clock and arms again. */
public abstract class OneShotTimer {
    /** Interrupts this CPU when the counter reaches the value, at once when it has; replaces what was armed. */
    public abstract void arm(long deadline);

    /** No interrupt until armed again; one that is on its way still comes. */
    public abstract void disarm();

    /** Prepares the timer of the CPU that runs this. */
    public abstract void enable();

    /** Which kind there is, for messages. */
    public abstract String kind();

    /** The best timer of this processor, prepared. */
    @BootOnly
    public static OneShotTimer create(LocalApic apic, long tscFrequency) {
        OneShotTimer timer = Cpuid.has(CpuFeature.TSC_DEADLINE) ? new DeadlineTimer(apic) : CountdownTimer.calibrated(apic, tscFrequency);
        timer.enable();
        return timer;
    }
}
