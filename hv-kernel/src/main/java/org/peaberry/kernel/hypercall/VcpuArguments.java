/** The structures that vcpu_op takes. */
package org.peaberry.kernel.hypercall;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;

/** Xen: public/vcpu.h, struct vcpu_*. */
final class VcpuArguments {
    private VcpuArguments() {
    }

    /** vcpu_set_singleshot_timer. */
    @RawStructure(size = SingleShotTimer.SIZE)
    interface SingleShotTimer {
        int SIZE = 16;

        /** System time in nanoseconds. */
        @At(0) long deadline();
    }

    /** vcpu_register_vcpu_info. */
    @RawStructure(size = RegisterInfo.SIZE)
    interface RegisterInfo {
        int SIZE = 16;

        @At(0) long guestFrame();
        @At(8) int offset();
    }
}
