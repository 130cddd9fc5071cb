/** Until when guests may run on one CPU before they exit with {@link ExitReason#TIMER}, where the processor counts it down while they run. */
package org.peaberry.arch.virtualization;

import org.peaberry.runtime.annotation.Inline;

/**
 * The countdown stands while the hypervisor runs, so it is corrected every few entries: a limit is noticed late by the time the hypervisor took
 * since then, and never early. Correcting it at each entry would cost each exit more than the limit ever saves.
 */
public final class RunLimit {
    /** No limit. */
    public static final long NEVER = Long.MAX_VALUE;
    private static final int ENTRIES_BETWEEN_CORRECTIONS = 64;

    private long deadline = NEVER;
    private int entriesLeft;

    /** Time-stamp counter at which the guest is to stop, or {@link #NEVER}. */
    public long deadline() {
        return deadline;
    }

    public void set(long timeStamp) {
        deadline = timeStamp;
        entriesLeft = 0;
    }

    /** The countdown has reached it, or nobody waits for it any more. */
    public void clear() {
        set(NEVER);
    }

    /** The next entry is with another countdown than the last one. */
    public void lost() {
        entriesLeft = 0;
    }

    /** Counts an entry. Whether the countdown is to be corrected by {@link #ticksLeft}. */
    @Inline
    public boolean isDue() {
        return --entriesLeft < 0;
    }

    /** Ticks of the time-stamp counter until the limit, not negative; begins a period until the next correction. */
    public long ticksLeft(long now) {
        entriesLeft = deadline == NEVER ? Integer.MAX_VALUE : ENTRIES_BETWEEN_CORRECTIONS;
        return deadline == NEVER ? NEVER : Math.max(0, deadline - now);
    }
}
