/** What Linux tells a signal handler of the signal: struct siginfo, include/uapi/asm-generic/siginfo.h. */
package org.peaberry.runtime.linux;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;
import org.peaberry.runtime.unboxed.Address;

@RawStructure(size = 24)
interface SignalInformation {
    /** Value of {@link #code}: nothing is mapped there. */
    int NOT_MAPPED = 1;
    /** Value of {@link #code}: what is mapped there does not allow it. */
    int NOT_ALLOWED = 2;

    @At(8)
    int code();

    /** What was accessed; null with other codes, as for an address that cannot be. */
    @At(16)
    Address accessed();
}
