/** Waiting for what must come, but not for ever. Time-stamp counters here run at about 1 GHz, or count instructions. */
package org.peaberry.conformance.guest;

import org.peaberry.arch.cpu.Processor;

final class Patience {
    /** Ticks after which something will not come any more. */
    static final long LONG = 50_000_000;
    /** Ticks that are enough for something short to have come. */
    static final long SHORT = 2_000_000;

    private Patience() {
    }

    static void ticks(long count) {
        long start = Processor.timeStampCounter();
        while (Processor.timeStampCounter() - start < count) {
            Processor.pause();
        }
    }

    /** Whether the vector is requested in time. */
    static boolean untilRequested(ApicRegisters apic, int vector) {
        long start = Processor.timeStampCounter();
        while (!apic.isRequested(vector)) {
            if (Processor.timeStampCounter() - start > LONG) {
                return false;
            }
        }
        return true;
    }
}
