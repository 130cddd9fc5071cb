/** What a CPU does for ever: choose who runs, run it, choose again. */
package org.peaberry.kernel.sched;

import org.peaberry.runtime.annotation.BoundedStack;
import org.peaberry.runtime.annotation.NoAllocation;
import org.peaberry.runtime.annotation.NoFloatingPoint;

/** Interrupts are off here; an event between the choice and the halt ends the halt at once, so none is missed. */
public final class CpuLoop {
    private CpuLoop() {
    }

    /** Never returns. */
    @NoAllocation(reason = "runs for ever, with the heap sealed")
    @NoFloatingPoint(reason = "the vector registers are the guest's between its exits")
    @BoundedStack(bytes = 4 << 10, reason = "the normal stack of a CPU, with room for an interrupt and a fatal trap on top")
    public static void run(Cpu cpu, GuestRunner runner) {
        while (true) {
            runOnce(cpu, runner);
        }
    }

    static void runOnce(Cpu cpu, GuestRunner runner) {
        Schedulable next = cpu.chooseNext();
        if (next == null) {
            cpu.timers().beforeIdle();
            runner.idle();
        } else {
            runner.run(next);
        }
    }
}
