/** Who runs next on one CPU: fair shares by credit, with a head start for those that wake. */
package org.peaberry.kernel.sched;

import org.peaberry.kernel.time.TimerQueue;
import org.peaberry.runtime.annotation.GuardedBy;
import org.peaberry.runtime.annotation.Holds;
import org.peaberry.runtime.annotation.LockRank;
import org.peaberry.runtime.annotation.Shared;
import org.peaberry.runtime.lock.SpinLock;

/**
 * Units stand in the order of their credit, the highest first. Running costs credit, the less the greater the weight. When the best
 * one has none left, everyone gets a new round's credit, but keeps no more than one round's: who sleeps saves nothing up. A unit that
 * slept therefore wakes with more credit than those that ran, and takes the CPU from them at once; that is its boost, and it burns
 * it by running. Every operation takes time proportional to the number of runnable units at most, and allocates nothing.
 */
public final class RunQueue {
    /** Credit a round gives, in nanoseconds at the default weight. */
    public static final long ROUND_CREDIT = 10_000_000;
    /** A unit runs at least so long, in nanoseconds, before one that also ran may replace it. */
    public static final long MINIMUM_SLICE = 500_000;
    /** A unit runs at most so long, in nanoseconds, while others wait. */
    public static final long MAXIMUM_SLICE = 10_000_000;
    /** How much more credit a waking unit needs than the running one, so that equals do not chase each other off. */
    static final long PREEMPTION_MARGIN = 100_000;

    @LockRank(70)
    private final SpinLock lock = new SpinLock();
    private final CpuSignal signal;
    @GuardedBy("lock")
    private Schedulable first;
    @GuardedBy("lock")
    private Schedulable last;
    @Shared(reason = "changed under the lock by schedule(), which only its own processor calls; others take the lock to read")
    private Schedulable current;
    @GuardedBy("lock")
    private long round;
    @GuardedBy("lock")
    private long chargedUntil;
    @Shared(reason = "changed under the lock by schedule(), which only its own processor calls; others take the lock to read")
    private long sliceEnd = TimerQueue.NEVER;

    /**
     * @param signal tells the queue's CPU that it should call {@link #schedule}
     */
    public RunQueue(CpuSignal signal) {
        this.signal = signal;
    }

    /** The unit that has the CPU, or null when it is idle. */
    public Schedulable current() {
        return current;
    }

    /** System time at which {@link #schedule} is due although nothing else happens; NEVER while no one waits for the CPU. */
    public long sliceEnd() {
        return sliceEnd;
    }

    /** Gives a unit its place here; it stays offline until {@link #resume}. */
    public void attach(Schedulable unit, int weight) {
        lock.acquire();
        try {
            unit.queue = this;
            unit.weight = weight;
            unit.credit = ROUND_CREDIT;
            unit.round = round;
        } finally {
            lock.release();
        }
    }

    /** Counts one reason more for a unit not to run. A running one gives the CPU up at the next {@link #schedule}. */
    public void pause(Schedulable unit, long now) {
        lock.acquire();
        try {
            unit.pauses++;
            stopRunning(unit, now);
        } finally {
            lock.release();
        }
    }

    /** Takes one reason back. */
    public void resume(Schedulable unit, long now) {
        lock.acquire();
        try {
            if (unit.pauses == 0) {
                throw new IllegalStateException("resumed more often than paused");
            }
            unit.pauses--;
            startRunning(unit, now);
        } finally {
            lock.release();
        }
    }

    /** A unit waits until {@link #wake}. */
    public void block(Schedulable unit, long now) {
        lock.acquire();
        try {
            unit.isBlocked = true;
            stopRunning(unit, now);
        } finally {
            lock.release();
        }
    }

    /** Ends {@link #block}; without effect for a unit that does not wait. */
    public void wake(Schedulable unit, long now) {
        lock.acquire();
        try {
            if (unit.isBlocked) {
                unit.isBlocked = false;
                startRunning(unit, now);
            }
        } finally {
            lock.release();
        }
    }

    /** The running unit lets one of the waiting ones go first, once. */
    public void yield(Schedulable unit) {
        lock.acquire();
        try {
            unit.hasYielded = true;
            signal.reschedule();
        } finally {
            lock.release();
        }
    }

    /**
     * Charges the running unit and decides who runs from now on.
     *
     * @return the unit that has the CPU until {@link #sliceEnd}, or null when there is none to run
     */
    public Schedulable schedule(long now) {
        lock.acquire();
        try {
            Schedulable leaving = current;
            charge(now);
            if (leaving != null && leaving.canRun()) {
                enqueue(leaving);
            }
            Schedulable chosen = choose();
            if (leaving != null && leaving != chosen) {
                leaving.hasYielded = false;
                leaving.enter(idleStateOf(leaving), now);
            }
            current = chosen;
            if (chosen != null) {
                dequeue(chosen);
                chosen.hasYielded = false;
                chosen.enter(RunState.RUNNING, now);
            }
            setSliceEnd(now);
            return chosen;
        } finally {
            lock.release();
        }
    }

    @Holds("lock")
    private Schedulable choose() {
        if (first == null) {
            return null;
        }
        if (first.credit <= 0) {
            beginRound();
        }
        return first.hasYielded && first.next != null ? first.next : first;
    }

    @Holds("lock")
    private void startRunning(Schedulable unit, long now) {
        if (!unit.canRun() || unit.isQueued || unit == current) {
            return;
        }
        joinRound(unit);
        unit.enter(RunState.RUNNABLE, now);
        if (current != null && first == null) {
            forgiveTimeAlone(now);
        }
        enqueue(unit);
        if (current == null || unit.credit > creditAt(now) + PREEMPTION_MARGIN) {
            signal.reschedule();
        } else if (sliceEnd == TimerQueue.NEVER) {
            setSliceEnd(now);
            signal.timerChanged();
        }
    }

    @Holds("lock")
    private void stopRunning(Schedulable unit, long now) {
        if (unit == current) {
            signal.reschedule();
            return;
        }
        if (unit.isQueued) {
            dequeue(unit);
        }
        unit.enter(idleStateOf(unit), now);
    }

    private static RunState idleStateOf(Schedulable unit) {
        if (unit.pauses > 0) {
            return RunState.OFFLINE;
        }
        return unit.isBlocked ? RunState.BLOCKED : RunState.RUNNABLE;
    }

    @Holds("lock")
    private void charge(long now) {
        if (current != null) {
            current.credit = creditAt(now);
        }
        chargedUntil = now;
    }

    /** What the running unit used while no one else wanted the CPU harmed no one. */
    @Holds("lock")
    private void forgiveTimeAlone(long now) {
        charge(now);
        current.credit = Math.max(current.credit, 0);
    }

    /** Credit of the running unit if it were charged now. */
    @Holds("lock")
    private long creditAt(long now) {
        return current.credit - (now - chargedUntil) * Schedulable.DEFAULT_WEIGHT / current.weight;
    }

    /** Gives credit to all that can run, until the best one has some. */
    @Holds("lock")
    private void beginRound() {
        long missing = -first.credit / ROUND_CREDIT + 1;
        round += missing;
        for (Schedulable unit = first; unit != null; unit = unit.next) {
            joinRound(unit);
        }
    }

    @Holds("lock")
    private void joinRound(Schedulable unit) {
        long rounds = round - unit.round;
        long limited = Math.min(rounds, ROUND_CREDIT);
        unit.credit = Math.min(ROUND_CREDIT, unit.credit + limited * ROUND_CREDIT);
        unit.round = round;
    }

    /** Lets the running unit have the CPU for as long as it stays ahead of the next one, within bounds. */
    @Holds("lock")
    private void setSliceEnd(long now) {
        if (current == null || first == null) {
            sliceEnd = TimerQueue.NEVER;
            return;
        }
        long lead = (current.credit - first.credit) * current.weight / Schedulable.DEFAULT_WEIGHT;
        sliceEnd = now + Math.max(MINIMUM_SLICE, Math.min(MAXIMUM_SLICE, lead));
    }

    /** Behind all that have at least as much credit. */
    @Holds("lock")
    private void enqueue(Schedulable unit) {
        Schedulable before = last;
        while (before != null && before.credit < unit.credit) {
            before = before.previous;
        }
        Schedulable after = before == null ? first : before.next;
        unit.previous = before;
        unit.next = after;
        if (before == null) {
            first = unit;
        } else {
            before.next = unit;
        }
        if (after == null) {
            last = unit;
        } else {
            after.previous = unit;
        }
        unit.isQueued = true;
    }

    @Holds("lock")
    private void dequeue(Schedulable unit) {
        if (unit.previous == null) {
            first = unit.next;
        } else {
            unit.previous.next = unit.next;
        }
        if (unit.next == null) {
            last = unit.previous;
        } else {
            unit.next.previous = unit.previous;
        }
        unit.next = null;
        unit.previous = null;
        unit.isQueued = false;
    }
}
