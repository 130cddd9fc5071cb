/** Accounts a vCPU's time by state. */
package org.peaberry.kernel.domain;

import org.peaberry.kernel.sched.RunState;

final class Runstate {
    private static final int STATES = 4;

    private final long[] time = new long[STATES];
    private int state = RunState.OFFLINE.ordinal();
    private long entered;

    /** The state changes. */
    void enter(RunState next, long now) {
        time[state] += now - entered;
        entered = now;
        state = next.ordinal();
    }

    /** Writes the account; time in the present state counts up to its entry. */
    void store(RunstateInfo info) {
        info.state(state);
        info.stateEntryTime(entered);
        for (int i = 0; i < STATES; i++) {
            info.time(i, time[i]);
        }
    }

    /** Writes the account with the time spent in the present state up to now. */
    void storeAt(RunstateInfo info, long now) {
        store(info);
        info.time(state, time[state] + now - entered);
    }

    /** Nanoseconds spent running. */
    long runningTime(long now) {
        int running = RunState.RUNNING.ordinal();
        return time[running] + (state == running ? now - entered : 0);
    }
}
