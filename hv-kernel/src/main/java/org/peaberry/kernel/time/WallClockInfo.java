/** The wall clock in a domain's shared info page. */
package org.peaberry.kernel.time;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;

/** Xen: public/xen.h, struct shared_info, wc_version to wc_sec_hi. */
@RawStructure(size = 16)
public interface WallClockInfo {
    @At(0) int version();
    @At(0) void version(int version);

    @At(4) void seconds(int low);
    @At(4) int seconds();

    @At(8) void nanoseconds(int nanoseconds);
    @At(8) int nanoseconds();

    @At(12) void secondsHigh(int high);
    @At(12) int secondsHigh();
}
