/** Runs a vCPU until the scheduler is to choose again: enter the guest, serve its exit, look whether something is due, enter again. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.virtualization.ExitReason;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.kernel.domain.GuestRequest;
import org.peaberry.kernel.domain.PendingWork;
import org.peaberry.kernel.domain.RequestBoundary;
import org.peaberry.kernel.domain.Vcpu;
import org.peaberry.kernel.sched.GuestRunner;
import org.peaberry.kernel.sched.Schedulable;
import org.peaberry.runtime.annotation.NoAllocation;
import org.peaberry.runtime.annotation.NoRecursion;

/** An exception in a handler ends the guest's domain, not the host: {@link RequestBoundary}. */
public final class VcpuRunner implements GuestRunner {
    /** By the number of the exit's reason. */
    private final GuestRequest[] handlers = new GuestRequest[ExitReason.COUNT];

    public VcpuRunner(ExitTable exits) {
        for (int i = 0; i < ExitReason.COUNT; i++) {
            handlers[i] = exits.handler(ExitReason.of(i));
        }
    }

    @Override
    @NoAllocation(reason = "the exit path runs with the heap sealed")
    @NoRecursion(reason = "what a guest does must not decide how much stack is used")
    public void run(Schedulable unit) {
        Vcpu vcpu = (Vcpu) unit;
        VirtualCpu processor = vcpu.processor();
        processor.load();
        while (vcpu.pending() == 0 || prepare(vcpu)) {
            RequestBoundary.serve(handlers[processor.run().ordinal()], vcpu);
        }
        processor.unload();
    }

    /** Does what is pending; false when the scheduler is to choose again. */
    private static boolean prepare(Vcpu vcpu) {
        int pending = vcpu.takePending();
        if ((pending & PendingWork.RESCHEDULE) != 0) {
            if ((pending & PendingWork.INTERRUPT) != 0) {
                vcpu.post(PendingWork.INTERRUPT);
            }
            return false;
        }
        InterruptDelivery.deliver(vcpu);
        return true;
    }

    @Override
    public void idle() {
        Processor.enableInterruptsAndHalt();
        Processor.disableInterrupts();
    }
}
