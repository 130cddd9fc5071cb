/** A unit that runs for a while and sleeps for a while, and measures what it gets. */
package org.peaberry.kernel.sched;

final class SimulatedUnit extends Schedulable {
    final long[] spent = new long[RunState.values().length];
    private long since;
    long workBeforeSleep = Long.MAX_VALUE;
    long sleep;
    long workLeft = Long.MAX_VALUE;
    long wakeAt = Long.MAX_VALUE;

    void sleepsAfter(long work, long pause) {
        workBeforeSleep = work;
        workLeft = work;
        sleep = pause;
    }

    long used() {
        return spent[RunState.RUNNING.ordinal()];
    }

    void account(long now) {
        spent[state().ordinal()] += now - since;
        since = now;
    }

    @Override
    protected void stateChanged(RunState left, RunState entered, long now) {
        spent[left.ordinal()] += now - since;
        since = now;
    }
}
