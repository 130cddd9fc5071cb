/** One call of a multicall. */
package org.peaberry.kernel.hypercall;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;
import org.peaberry.runtime.annotation.Repeated;

/** Xen: public/xen.h, struct multicall_entry. */
@RawStructure(size = MulticallEntry.SIZE)
interface MulticallEntry {
    int SIZE = 64;
    /** Offset of {@link #result}. */
    int RESULT = 8;

    @At(0) long number();

    @At(RESULT) void result(long result);

    @At(16) @Repeated(count = 6, stride = 8) long argument(int index);
    @At(16) @Repeated(count = 6, stride = 8) void argument(int index, long value);
}
