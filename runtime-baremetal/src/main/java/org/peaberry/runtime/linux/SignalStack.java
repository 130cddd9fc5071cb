/** Where signal handlers run: stack_t, include/uapi/linux/signal.h. */
package org.peaberry.runtime.linux;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;
import org.peaberry.runtime.unboxed.Address;

@RawStructure(size = SignalStack.SIZE)
interface SignalStack {
    int SIZE = 24;

    @At(0)
    void start(Address lowest);

    @At(8)
    void flags(int flags);

    @At(16)
    void bytes(long size);
}
