/** Gives a vCPU the interrupt that is due before it enters its guest. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.kernel.domain.PendingWork;
import org.peaberry.kernel.domain.Vcpu;
import org.peaberry.kernel.interrupt.LocalApic;

/** One event goes in per entry; while the guest cannot take it, an exit is asked for as soon as it can. */
final class InterruptDelivery {
    private InterruptDelivery() {
    }

    static void deliver(Vcpu vcpu) {
        VcpuPlatform platform = VcpuPlatform.of(vcpu);
        VirtualCpu processor = vcpu.processor();
        vcpu.updateUpcallLine();
        if (platform.isNmiPending()) {
            deliverNmi(vcpu, platform, processor);
        }
        int direct = vcpu.directUpcallVector();
        if (platform.apic().isDeliveredByProcessor()) {
            platform.apic().publish();
            deliverDirect(processor, direct);
        } else {
            deliver(platform.apic(), processor, direct);
        }
    }

    /** The event upcall does not pass the local APIC. */
    private static void deliverDirect(VirtualCpu processor, int direct) {
        if (direct == 0) {
            return;
        }
        if (processor.canAcceptInterrupt()) {
            processor.injectInterrupt(direct);
        } else {
            processor.requestInterruptWindow();
        }
    }

    private static void deliver(LocalApic apic, VirtualCpu processor, int direct) {
        int vector = direct != 0 ? direct : apic.nextVector();
        if (vector != LocalApic.NO_VECTOR) {
            if (processor.canAcceptInterrupt()) {
                processor.injectInterrupt(vector);
                if (direct == 0) {
                    apic.acknowledge(vector);
                }
            }
            if (!processor.canAcceptInterrupt() && (direct != 0 || apic.nextVector() != LocalApic.NO_VECTOR)) {
                processor.requestInterruptWindow();
            }
        }
        apic.awaitTaskPriority();
    }

    private static void deliverNmi(Vcpu vcpu, VcpuPlatform platform, VirtualCpu processor) {
        if (processor.canAcceptNmi()) {
            platform.nmiInjected();
            processor.injectNmi();
        } else {
            processor.requestNmiWindow();
            vcpu.post(PendingWork.INTERRUPT);
        }
    }
}
