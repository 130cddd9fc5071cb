/** Waiting for what must come, but not for ever. Time-stamp counters here run at about 1 GHz, or count instructions. */
package org.peaberry.conformance.guest;

import org.peaberry.arch.cpu.Processor;

final class Patience {
    /** Ticks after which something will not come any more. */
    static final long LONG = 50_000_000;
    /** Ticks that are enough for something short to have come. */
    static final long SHORT = 2_000_000;

    private static final long HIGHEST = 0xF0;

    private Patience() {
    }

    /** Meanwhile the task priority holds interrupts back, and not the interrupt flag. */
    static void ticks(ApicRegisters apic, long count) {
        open(apic);
        closedTicks(count);
        close(apic);
    }

    /** With interrupts off. */
    static void closedTicks(long count) {
        long start = Processor.timeStampCounter();
        while (Processor.timeStampCounter() - start < count) {
            Processor.pause();
        }
    }

    /** Whether the vector is requested in time, while the task priority holds interrupts back. */
    static boolean untilRequested(ApicRegisters apic, int vector) {
        open(apic);
        boolean isRequested = untilRequestedClosed(apic, vector);
        close(apic);
        return isRequested;
    }

    /** The same with interrupts off. */
    static boolean untilRequestedClosed(ApicRegisters apic, int vector) {
        long start = Processor.timeStampCounter();
        while (!apic.isRequested(vector)) {
            if (Processor.timeStampCounter() - start > LONG) {
                return false;
            }
        }
        return true;
    }

    private static void open(ApicRegisters apic) {
        apic.write(ApicRegister.TASK_PRIORITY, HIGHEST);
        Processor.enableInterrupts();
    }

    private static void close(ApicRegisters apic) {
        Processor.disableInterrupts();
        apic.write(ApicRegister.TASK_PRIORITY, 0);
    }
}
