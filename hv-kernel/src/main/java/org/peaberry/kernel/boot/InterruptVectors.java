/** Who takes the interrupts of each vector. */
package org.peaberry.kernel.boot;

import org.peaberry.arch.apic.LocalApic;
import org.peaberry.arch.apic.Vector;
import org.peaberry.arch.trap.InterruptHandler;
import org.peaberry.arch.trap.Traps;
import org.peaberry.runtime.annotation.BootOnly;

@BootOnly
final class InterruptVectors {
    private static final int VECTORS = 256;

    private InterruptVectors() {
    }

    static void install(LocalApic apic, InterruptHandler devices, InterruptHandler timer) {
        InterruptHandler unexpected = new Acknowledge(apic);
        for (int vector = Vector.LEGACY_FIRST; vector < VECTORS; vector++) {
            Traps.handle(vector, unexpected);
        }
        for (int vector = Vector.DEVICE_FIRST; vector <= Vector.DEVICE_LAST; vector++) {
            Traps.handle(vector, devices);
        }
        Traps.handle(Vector.TIMER, timer);
        for (int vector = Vector.LEGACY_FIRST; vector < Vector.DEVICE_FIRST; vector++) {
            Traps.handle(vector, new Spurious());
        }
        Traps.handle(Vector.SPURIOUS, new Spurious());
    }

    /** An interrupt that no one waits for, or a wake-up call, of which the interruption is all. */
    private static final class Acknowledge implements InterruptHandler {
        private final LocalApic apic;

        Acknowledge(LocalApic apic) {
            this.apic = apic;
        }

        @Override
        public void handle(int vector) {
            apic.endOfInterrupt();
        }
    }

    /** Was never in service, so there is nothing to end. */
    private static final class Spurious implements InterruptHandler {
        @Override
        public void handle(int vector) {
            // Nothing was delivered.
        }
    }
}
