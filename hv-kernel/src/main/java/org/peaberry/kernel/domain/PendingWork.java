/** Bits of a vCPU's pending word: why it may not simply go on running its guest. */
package org.peaberry.kernel.domain;

import org.peaberry.kernel.sched.Schedulable;

public final class PendingWork {
    /** The scheduler is to choose again. */
    public static final int RESCHEDULE = Schedulable.RESCHEDULE;
    /** An interrupt or upcall may be deliverable. */
    public static final int INTERRUPT = 1 << 1;

    private PendingWork() {
    }
}
