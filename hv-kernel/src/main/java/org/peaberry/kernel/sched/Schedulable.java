/** Something that wants CPU time: what the scheduler knows of a vCPU. */
package org.peaberry.kernel.sched;

import org.peaberry.runtime.allocation.PoolObject;
import org.peaberry.runtime.lock.AtomicInt;

/** A node of one {@link RunQueue}, which alone changes these fields, under its lock. */
public abstract class Schedulable extends PoolObject {
    /** Share of a unit that no one favours (Xen's default weight). */
    public static final int DEFAULT_WEIGHT = 256;

    /** {@link #pending} bit: the scheduler is to choose again. */
    public static final int RESCHEDULE = 1;

    private final AtomicInt pending = new AtomicInt();
    RunQueue queue;
    Schedulable next;
    Schedulable previous;
    boolean isQueued;
    boolean isBlocked;
    boolean hasYielded;
    int pauses = 1;
    int weight = DEFAULT_WEIGHT;
    /** Nanoseconds at weight 256 that are left before others come first; may be negative. */
    long credit;
    /** Number of the queue's last credit round that this unit took part in. */
    long round;
    private RunState state = RunState.OFFLINE;

    /** What it does now. */
    public final RunState state() {
        return state;
    }

    /** The queue it runs from, or null before {@link RunQueue#attach}. */
    public final RunQueue queue() {
        return queue;
    }

    /** Work that is due before the unit may go on running: the one word that the way into a guest tests. */
    public final int pending() {
        return pending.get();
    }

    /** Adds bits to {@link #pending}; any CPU may. */
    public final void post(int bits) {
        int before = pending.get();
        while ((before & bits) != bits && !pending.compareAndSet(before, before | bits)) {
            before = pending.get();
        }
    }

    /** Takes all bits away and returns them. */
    public final int takePending() {
        return pending.getAndSet(0);
    }

    final boolean canRun() {
        return !isBlocked && pauses == 0;
    }

    final void enter(RunState entered, long now) {
        if (entered != state) {
            RunState left = state;
            state = entered;
            stateChanged(left, entered, now);
        }
    }

    /** Called at every change of state, with the queue's lock held. */
    protected abstract void stateChanged(RunState left, RunState entered, long now);
}
