/** One CPU as the scheduler drives it: its run queue and its timers. */
package org.peaberry.kernel.sched;

import org.peaberry.kernel.time.Clock;
import org.peaberry.kernel.time.CpuTimers;
import org.peaberry.kernel.time.TimerDevice;

/** Everything a CPU needs is in its own object, so that CPUs share no state but what they lock. */
public final class Cpu implements CpuSignal {
    private final int id;
    private final CpuWaker waker;
    private final RunQueue queue = new RunQueue(this);
    private final CpuTimers timers;

    /**
     * @param id 0 for the boot CPU
     * @param device this CPU's one-shot timer
     */
    public Cpu(int id, Clock clock, TimerDevice device, CpuWaker waker) {
        this.id = id;
        this.waker = waker;
        this.timers = new CpuTimers(clock, device);
    }

    public int id() {
        return id;
    }

    public RunQueue queue() {
        return queue;
    }

    public CpuTimers timers() {
        return timers;
    }

    /** The unit that has this CPU, or null. */
    public Schedulable current() {
        return queue.current();
    }

    /** Chooses who runs from now on, or null: then the CPU halts until an interrupt, and asks again. */
    public Schedulable chooseNext() {
        Schedulable next = queue.schedule(timers.now());
        timers.wantInterruptAt(queue.sliceEnd());
        return next;
    }

    /** The hardware timer fired: serves timers, and ends the running unit's slice if it is over. */
    public void timerInterrupt() {
        timers.interrupt();
        if (timers.now() >= queue.sliceEnd()) {
            reschedule();
        } else {
            timers.wantInterruptAt(queue.sliceEnd());
        }
    }

    @Override
    public void reschedule() {
        Schedulable running = queue.current();
        if (running != null) {
            running.post(Schedulable.RESCHEDULE);
        }
        waker.wake(id);
    }

    @Override
    public void timerChanged() {
        timers.wantInterruptAt(queue.sliceEnd());
        waker.wake(id);
    }
}
