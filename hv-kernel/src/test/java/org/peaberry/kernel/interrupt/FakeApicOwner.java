/** A vCPU for local APIC tests: a clock that tests move, and a record of what arrived. */
package org.peaberry.kernel.interrupt;

import org.peaberry.kernel.time.Timer;
import org.peaberry.kernel.time.TimerQueue;

final class FakeApicOwner implements LocalApicOwner {
    final TimerQueue timers = new TimerQueue();
    long now;
    int pendingSignals;
    int looks;
    int nmis;
    int inits;
    int startUpVector = -1;

    void advanceTo(long time) {
        now = time;
        timers.expire(time);
    }

    @Override
    public void interruptPending() {
        pendingSignals++;
    }

    @Override
    public void lookAgain() {
        looks++;
    }

    @Override
    public void nonMaskableInterrupt() {
        nmis++;
    }

    @Override
    public void initialize() {
        inits++;
    }

    @Override
    public void startUp(int vector) {
        startUpVector = vector;
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public long guestTscAt(long systemTime) {
        return systemTime * 2;
    }

    @Override
    public long systemTimeOfGuestTsc(long guestTsc) {
        return Math.max(now, guestTsc / 2);
    }

    @Override
    public void setTimer(Timer timer, long deadline) {
        timers.set(timer, deadline);
    }

    @Override
    public void cancelTimer(Timer timer) {
        timers.cancel(timer);
    }
}
