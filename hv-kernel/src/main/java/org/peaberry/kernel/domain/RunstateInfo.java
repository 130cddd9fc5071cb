/** How long a vCPU has been in which state, as its guest reads it. */
package org.peaberry.kernel.domain;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;
import org.peaberry.runtime.annotation.Repeated;

/** Xen: public/vcpu.h, struct vcpu_runstate_info. */
@RawStructure(size = RunstateInfo.SIZE)
public interface RunstateInfo {
    int SIZE = 48;
    /** Offset of {@link #stateEntryTime}. */
    int STATE_ENTRY_TIME = 8;
    /** Set in {@link #stateEntryTime} while the structure changes, for guests that asked for it (XEN_RUNSTATE_UPDATE). */
    long UPDATE = 1L << 63;

    /** Number of a {@link org.peaberry.kernel.sched.RunState}. */
    @At(0) int state();
    @At(0) void state(int number);

    /** System time at which it was entered. */
    @At(STATE_ENTRY_TIME) long stateEntryTime();
    @At(STATE_ENTRY_TIME) void stateEntryTime(long nanoseconds);

    /** Nanoseconds spent in each state before it was entered. */
    @At(16) @Repeated(count = 4, stride = 8) long time(int state);
    @At(16) @Repeated(count = 4, stride = 8) void time(int state, long nanoseconds);
}
