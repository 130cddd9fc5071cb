/** Finds out how fast the time-stamp counter runs. */
package org.peaberry.arch.timer;

import org.peaberry.runtime.annotation.BootOnly;

/**
 * Measures until two results agree, since a system management interrupt can spoil one. What CPUID announces is not used: some
 * emulated processors announce the speed of the real model.
 */
@BootOnly
public final class TscCalibration {
    private static final long MEASUREMENTS_A_SECOND = 200;
    private static final int ATTEMPTS = 6;
    /** Results agree when they differ by less than one in so many. */
    private static final long AGREEMENT = 2000;

    private TscCalibration() {
    }

    /**
     * Ticks a second.
     *
     * @param acpiTimerPort 0 when there is no ACPI timer: then the 8254 is used
     * @throws IllegalStateException when no clock runs
     */
    public static long frequency(int acpiTimerPort) {
        long result = acpiTimerPort == 0 ? 0 : against(new AcpiTimer(acpiTimerPort));
        if (result == 0) {
            result = against(new IntervalTimer());
        }
        if (result == 0) {
            throw new IllegalStateException("neither the ACPI timer nor the 8254 runs: the time-stamp counter cannot be calibrated");
        }
        return result;
    }

    private static long against(ReferenceClock clock) {
        long previous = 0;
        for (int i = 0; i < ATTEMPTS; i++) {
            long frequency = measure(clock);
            if (frequency == 0 || Math.abs(frequency - previous) < frequency / AGREEMENT) {
                return frequency;
            }
            previous = frequency;
        }
        return previous;
    }

    private static long measure(ReferenceClock clock) {
        long ticks = clock.frequency() / MEASUREMENTS_A_SECOND;
        return clock.measure(ticks) * clock.frequency() / ticks;
    }
}
