/** What a vCPU does, as Xen's guests are told it. */
package org.peaberry.kernel.sched;

/** In the order of the numbers of public/vcpu.h, RUNSTATE_*. */
public enum RunState {
    /** Has a CPU. */
    RUNNING,
    /** Waits for a CPU. */
    RUNNABLE,
    /** Waits for an event. */
    BLOCKED,
    /** Is paused or was never started. */
    OFFLINE
}
