/** How a run queue reaches its CPU, which may be another one than the running one. */
package org.peaberry.kernel.sched;

public interface CpuSignal {
    /** The CPU is to call {@link RunQueue#schedule} soon: before it enters a guest again, or at once when it is idle. */
    void reschedule();

    /** The CPU is to look at {@link RunQueue#sliceEnd} again. */
    void timerChanged();
}
