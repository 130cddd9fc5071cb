/** The local APIC's timer in TSC-deadline mode. Intel SDM vol. 3, section 11.5.4.1. */
package org.peaberry.arch.timer;

import org.peaberry.arch.apic.LocalApic;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.runtime.memory.Memory;

final class DeadlineTimer extends OneShotTimer {
    private static final long DISARMED = 0;

    private final LocalApic apic;

    DeadlineTimer(LocalApic apic) {
        this.apic = apic;
    }

    /** The fence makes a memory-mapped mode change take effect before the deadline is written, as the manual asks. */
    @Override
    public void enable() {
        apic.timerByDeadline();
        Memory.fence();
    }

    @Override
    public void arm(long deadline) {
        Processor.writeMsr(Msr.TSC_DEADLINE, deadline == DISARMED ? 1 : deadline);
    }

    @Override
    public void disarm() {
        Processor.writeMsr(Msr.TSC_DEADLINE, DISARMED);
    }

    @Override
    public String kind() {
        return "TSC deadline";
    }
}
