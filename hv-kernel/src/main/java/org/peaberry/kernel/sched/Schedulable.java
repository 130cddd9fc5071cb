/** Something that wants CPU time: what the scheduler knows of a vCPU. */
package org.peaberry.kernel.sched;

import org.peaberry.runtime.allocation.PoolObject;

/** A node of one {@link RunQueue}, which alone changes these fields, under its lock. */
public abstract class Schedulable extends PoolObject {
    /** Share of a unit that no one favours (Xen's default weight). */
    public static final int DEFAULT_WEIGHT = 256;

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
