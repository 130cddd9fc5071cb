/** The page that a domain shares with the hypervisor. */
package org.peaberry.kernel.event;

import org.peaberry.kernel.time.WallClockInfo;
import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;
import org.peaberry.runtime.annotation.Repeated;

/** Xen: public/xen.h, struct shared_info, in its 64-bit layout. */
@RawStructure(size = 4096)
public interface SharedInfo {
    /** vCPUs that have their {@link VcpuInfo} here; further ones register theirs elsewhere (XEN_LEGACY_MAX_VCPUS). */
    int VCPUS = 32;
    /** Offset of {@link #pending}: {@link #WORDS} words, one bit for each port. */
    int PENDING = 0x800;
    /** Offset of {@link #mask}. */
    int MASK = 0xa00;
    /** Words of pending bits. */
    int WORDS = 64;

    @At(0) @Repeated(count = VCPUS, stride = VcpuInfo.SIZE) VcpuInfo vcpu(int index);

    @At(PENDING) @Repeated(count = WORDS, stride = 8) long pending(int word);

    @At(MASK) @Repeated(count = WORDS, stride = 8) long mask(int word);

    @At(0xc00) WallClockInfo wallClock();
}
