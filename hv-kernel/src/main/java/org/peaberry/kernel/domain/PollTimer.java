/** Ends a vCPU's wait for events when its time is up. */
package org.peaberry.kernel.domain;

import org.peaberry.kernel.time.Timer;

final class PollTimer extends Timer {
    private final Vcpu vcpu;

    PollTimer(Vcpu vcpu) {
        this.vcpu = vcpu;
    }

    @Override
    protected void expired(long now) {
        vcpu.endPoll();
    }
}
