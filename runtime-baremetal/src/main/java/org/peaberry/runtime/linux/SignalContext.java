/** What Linux tells a signal handler of the interrupted code: struct ucontext and sigcontext, arch/x86/include/uapi/asm/sigcontext.h. */
package org.peaberry.runtime.linux;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;
import org.peaberry.runtime.unboxed.Address;

@RawStructure(size = 0xB0)
interface SignalContext {
    @At(0xA0)
    Address stackPointer();

    @At(0xA8)
    Address programCounter();
}
