/** How a signal is to be handled: the kernel's struct sigaction, arch/x86/include/uapi/asm/signal.h. */
package org.peaberry.runtime.linux;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;
import org.peaberry.runtime.unboxed.Address;

@RawStructure(size = SignalAction.SIZE)
interface SignalAction {
    int SIZE = 32;
    long WITH_INFORMATION = 0x4;
    /** Demanded by the kernel; the handler here never returns, so that the restorer is never used. */
    long WITH_RESTORER = 0x0400_0000;
    long ON_ALTERNATE_STACK = 0x0800_0000;
    /** A fault in the handler is not blocked. */
    long NOT_DEFERRED = 0x4000_0000;

    @At(0)
    void handler(Address code);

    @At(8)
    void flags(long flags);

    @At(16)
    void restorer(long code);

    @At(24)
    void mask(long signals);
}
