/** The timers of one CPU on its one-shot hardware timer. */
package org.peaberry.kernel.time;

import org.peaberry.runtime.annotation.GuardedBy;
import org.peaberry.runtime.annotation.Holds;
import org.peaberry.runtime.annotation.LockRank;
import org.peaberry.runtime.lock.SpinLock;

/** The hardware is armed anew only when something becomes due earlier; a timer that was cancelled costs at most one idle interrupt. */
public final class CpuTimers {
    @LockRank(80)
    private final SpinLock lock = new SpinLock();
    private final TimerQueue queue = new TimerQueue();
    private final Clock clock;
    private final TimerDevice device;
    @GuardedBy("lock")
    private long armed = TimerQueue.NEVER;

    public CpuTimers(Clock clock, TimerDevice device) {
        this.clock = clock;
        this.device = device;
    }

    /** System time in nanoseconds. */
    public long now() {
        return clock.now();
    }

    /** Makes a timer expire at a system time in nanoseconds. */
    public void set(Timer timer, long deadline) {
        lock.acquire();
        try {
            queue.set(timer, deadline);
            armFor(deadline);
        } finally {
            lock.release();
        }
    }

    public void cancel(Timer timer) {
        lock.acquire();
        try {
            queue.cancel(timer);
        } finally {
            lock.release();
        }
    }

    /** An interrupt is wanted at a system time for another reason than a timer; NEVER wants none. */
    public void wantInterruptAt(long deadline) {
        lock.acquire();
        try {
            armFor(deadline);
        } finally {
            lock.release();
        }
    }

    /** The CPU halts next. */
    public void beforeIdle() {
        device.beforeIdle();
    }

    /** The hardware timer fired: calls what is due, then arms it for the next. */
    public void interrupt() {
        long now = clock.now();
        for (Timer due = takeDue(now); due != null; due = takeDue(now)) {
            due.expired(now);
        }
        wantInterruptAt(queue.nextDeadline());
    }

    private Timer takeDue(long now) {
        lock.acquire();
        try {
            armed = TimerQueue.NEVER;
            return queue.takeDue(now);
        } finally {
            lock.release();
        }
    }

    @Holds("lock")
    private void armFor(long deadline) {
        if (deadline < armed) {
            armed = deadline;
            device.arm(deadline);
        }
    }
}
