/** The structure that HVMOP_set_param and HVMOP_get_param take. */
package org.peaberry.kernel.hypercall;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;

/** Xen: public/hvm/hvm_op.h, struct xen_hvm_param. */
@RawStructure(size = HvmParameter.SIZE)
interface HvmParameter {
    int SIZE = 16;

    @At(0) char domain();

    @At(4) int index();

    @At(8) long value();
    @At(8) void value(long value);
}
