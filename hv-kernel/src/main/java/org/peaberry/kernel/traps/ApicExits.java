/** Exits by which a processor that delivers interrupts leaves the rest of an access to the local APIC to the kernel. */
package org.peaberry.kernel.traps;

import org.peaberry.kernel.domain.GuestRequest;
import org.peaberry.kernel.domain.Vcpu;

/** The guest's instruction is complete. */
final class ApicExits {
    private ApicExits() {
    }

    /** A level-triggered interrupt has ended: the pin that raised it may raise it again. */
    static final class EndOfInterrupt implements GuestRequest {
        @Override
        public void serve(Vcpu vcpu) {
            VcpuPlatform.of(vcpu).apic().ended(vcpu.processor().endedVector());
        }
    }

    static final class Write implements GuestRequest {
        @Override
        public void serve(Vcpu vcpu) {
            VcpuPlatform.of(vcpu).apic().writtenByProcessor(vcpu.processor().writtenApicRegister());
        }
    }
}
