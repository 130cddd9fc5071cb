/** A timer whose expiry is a VIRQ_TIMER of its vCPU. */
package org.peaberry.kernel.domain;

import org.peaberry.kernel.event.VirtualInterrupt;
import org.peaberry.kernel.time.Timer;

/** Fires once, or again and again with a period. */
final class VcpuTimer extends Timer {
    private final Vcpu vcpu;
    private long period;

    VcpuTimer(Vcpu vcpu) {
        this.vcpu = vcpu;
    }

    /** Starts it; a period of 0 means once. */
    void start(long deadline, long newPeriod) {
        period = newPeriod;
        vcpu.cpu().timers().set(this, deadline);
    }

    void stop() {
        vcpu.cpu().timers().cancel(this);
    }

    /** A period that was missed is not made up for. */
    @Override
    protected void expired(long now) {
        if (period != 0) {
            vcpu.cpu().timers().set(this, Math.max(deadline() + period, now));
        }
        vcpu.domain().events().raise(VirtualInterrupt.TIMER, vcpu.index());
    }
}
