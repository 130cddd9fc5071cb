/** How a guest vCPU computes system time from its time-stamp counter (pvclock). */
package org.peaberry.kernel.time;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;

/** Xen: public/xen.h, struct vcpu_time_info. */
@RawStructure(size = VcpuTimeInfo.SIZE)
public interface VcpuTimeInfo {
    int SIZE = 32;
    /** {@link #flags}: the counters of all CPUs agree, so that time read on different vCPUs never goes back. */
    byte TSC_STABLE = 1 << 0;

    /** Odd while the other fields change. */
    @At(0) int version();
    @At(0) void version(int version);

    /** Time-stamp counter at the last update. */
    @At(8) void tscTimestamp(long ticks);
    @At(8) long tscTimestamp();

    /** Nanoseconds of system time at the last update. */
    @At(16) void systemTime(long nanoseconds);
    @At(16) long systemTime();

    @At(24) void tscToSystemMultiplier(int fraction);
    @At(24) int tscToSystemMultiplier();

    @At(28) void tscShift(byte shift);
    @At(28) byte tscShift();

    @At(29) void flags(byte flags);
    @At(29) byte flags();
}
