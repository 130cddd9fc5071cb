/** What a vCPU shares with the hypervisor: its pending events and its time. */
package org.peaberry.kernel.event;

import org.peaberry.kernel.time.VcpuTimeInfo;
import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;

/** Xen: public/xen.h, struct vcpu_info, in its 64-bit layout. */
@RawStructure(size = VcpuInfo.SIZE)
public interface VcpuInfo {
    int SIZE = 64;
    /** Offset of {@link #pendingSelector}, which is changed atomically. */
    int PENDING_SELECTOR = 8;

    /** Not zero when an upcall is due; the guest clears it. */
    @At(0) byte upcallPending();
    @At(0) void upcallPending(byte pending);

    /** Bit n: a word n of the domain's pending bits has an event for this vCPU. */
    @At(PENDING_SELECTOR) long pendingSelector();
    @At(PENDING_SELECTOR) void pendingSelector(long words);

    @At(32) VcpuTimeInfo time();
}
