/** Until when guests may run on one CPU before they exit with {@link ExitReason#TIMER}, where the processor counts it down while they run. */
package org.peaberry.arch.virtualization;

/**
 * The countdown stands while the hypervisor runs, so it is corrected every few entries: a limit is noticed late by the time the hypervisor took
 * since then, and never early. Correcting it at each entry would cost each exit more than the limit ever saves.
 */
public final class RunLimit {
    /** No limit. */
    public static final long NEVER = Long.MAX_VALUE;
    /** Entries from one correction to the next. */
    public static final int CORRECTION_PERIOD = 64;

    /** Who has the CPU. */
    public interface Runner {
        /** The countdown is to be corrected before the next entry. */
        void limitChanged();
    }

    private long deadline = NEVER;
    private Runner runner;

    /** Time-stamp counter at which the guest is to stop, or {@link #NEVER}. */
    public long deadline() {
        return deadline;
    }

    public void set(long timeStamp) {
        deadline = timeStamp;
        if (runner != null) {
            runner.limitChanged();
        }
    }

    /** The countdown has reached it, or nobody waits for it any more. */
    public void clear() {
        set(NEVER);
    }

    /** Another guest has the CPU from now on. */
    public void runner(Runner next) {
        runner = next;
        next.limitChanged();
    }

    /** Ticks of the time-stamp counter until the limit, not negative; {@link #NEVER} without one. */
    public long ticksLeft(long now) {
        return deadline == NEVER ? NEVER : Math.max(0, deadline - now);
    }
}
