/** Who takes the interrupts of each vector, and the exceptions that are not fatal. */
package org.peaberry.kernel.boot;

import org.peaberry.arch.apic.LocalApic;
import org.peaberry.arch.apic.Vector;
import org.peaberry.arch.trap.ExceptionVector;
import org.peaberry.arch.trap.InterruptHandler;
import org.peaberry.arch.trap.Traps;
import org.peaberry.runtime.annotation.BootOnly;

@BootOnly
final class InterruptVectors {
    private static final int VECTORS = 256;

    private InterruptVectors() {
    }

    static void install(LocalApic apic, InterruptHandler devices, InterruptHandler timer) {
        InterruptHandler spurious = new Spurious();
        for (int vector = Vector.LEGACY_FIRST; vector < Vector.DEVICE_FIRST; vector++) {
            Traps.handle(vector, spurious);
        }
        for (int vector = Vector.DEVICE_FIRST; vector <= Vector.DEVICE_LAST; vector++) {
            Traps.handle(vector, devices);
        }
        InterruptHandler unexpected = new Acknowledge(apic);
        for (int vector = Vector.DEVICE_LAST + 1; vector < VECTORS; vector++) {
            Traps.handle(vector, unexpected);
        }
        Traps.handle(ExceptionVector.DEBUG, new StrayDebugTrap());
        Traps.handle(Vector.TIMER, timer);
        Traps.handle(Vector.SPURIOUS, spurious);
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
