/** The ACPI power management timer. ACPI specification 6.5, section 4.8.2.1. */
package org.peaberry.arch.timer;

import org.peaberry.arch.cpu.Processor;
import org.peaberry.runtime.annotation.BootOnly;

@BootOnly
final class AcpiTimer extends ReferenceClock {
    private static final long FREQUENCY = 3_579_545;
    /** All timers have these bits. */
    private static final int MASK = 0xff_ffff;
    private static final int PATIENCE = 10_000_000;

    private final int port;

    AcpiTimer(int port) {
        this.port = port;
    }

    @Override
    long frequency() {
        return FREQUENCY;
    }

    /** Starts and ends at the edge of a tick, so that what reading costs cancels out. */
    @Override
    long measure(long ticks) {
        int first = waitForEdge();
        long start = Processor.timeStampCounter();
        for (int polls = 0; polls < PATIENCE; polls++) {
            if ((read() - first & MASK) >= ticks) {
                int last = waitForEdge();
                long cycles = Processor.timeStampCounter() - start;
                return cycles * ticks / (last - first & MASK);
            }
        }
        return 0;
    }

    private int waitForEdge() {
        int before = read();
        int now = before;
        for (int polls = 0; polls < PATIENCE && now == before; polls++) {
            now = read();
        }
        return now;
    }

    private int read() {
        return Processor.inInt(port) & MASK;
    }
}
