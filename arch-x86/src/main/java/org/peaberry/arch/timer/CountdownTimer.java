/** The local APIC's timer counting down. Intel SDM vol. 3, section 11.5.4. */
package org.peaberry.arch.timer;

import org.peaberry.arch.apic.LocalApic;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.runtime.annotation.BootOnly;

final class CountdownTimer extends OneShotTimer {
    private static final int FRACTION_BITS = 32;
    private static final long MAXIMUM_COUNT = 0xffff_ffffL;
    private static final long CALIBRATIONS_A_SECOND = 500;

    private final LocalApic apic;
    private final long countsPerTick;

    /** @param countsPerTick timer counts in one tick of the time-stamp counter, with 32 binary places */
    CountdownTimer(LocalApic apic, long countsPerTick) {
        this.apic = apic;
        this.countsPerTick = countsPerTick;
    }

    /** Measures the timer against the time-stamp counter. */
    @BootOnly
    static CountdownTimer calibrated(LocalApic apic, long tscFrequency) {
        apic.timerByCount();
        apic.startCount((int) MAXIMUM_COUNT);
        long ticks = tscFrequency / CALIBRATIONS_A_SECOND;
        long countBefore = remaining(apic);
        long start = Processor.timeStampCounter();
        long passed = 0;
        while (passed < ticks) {
            passed = Processor.timeStampCounter() - start;
        }
        long counts = countBefore - remaining(apic);
        apic.startCount(0);
        if (counts <= 0) {
            throw new IllegalStateException("the local APIC's timer stands still");
        }
        return new CountdownTimer(apic, Long.divideUnsigned(counts << FRACTION_BITS, passed));
    }

    private static long remaining(LocalApic apic) {
        return apic.remainingCount() & MAXIMUM_COUNT;
    }

    @Override
    public void enable() {
        apic.timerByCount();
    }

    @Override
    public void arm(long deadline) {
        apic.startCount((int) countFor(deadline - Processor.timeStampCounter()));
    }

    /** Counts to run for so many ticks: at least 1, at most what the timer holds. */
    long countFor(long ticks) {
        if (ticks <= 0) {
            return 1;
        }
        long high = Math.multiplyHigh(ticks, countsPerTick);
        if (high >>> FRACTION_BITS != 0) {
            return MAXIMUM_COUNT;
        }
        long counts = high << FRACTION_BITS | ticks * countsPerTick >>> FRACTION_BITS;
        return counts < 0 || counts > MAXIMUM_COUNT ? MAXIMUM_COUNT : Math.max(counts, 1);
    }

    @Override
    public void disarm() {
        apic.startCount(0);
    }

    @Override
    public String kind() {
        return "APIC countdown";
    }
}
