/** The timer that interrupts when the time-stamp counter reaches a value. Intel SDM vol. 3, section 10.5.4.1. */
package org.peaberry.conformance.guest;

import static org.peaberry.conformance.guest.Acceptance.LOW;

import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;

final class DeadlineTimer {
    private static final long SOON = 1_000_000;
    private static final long FAR = 1L << 50;

    private final Report report;
    private final ApicRegisters apic;
    private final String mode;

    DeadlineTimer(Report report, ApicRegisters apic) {
        this.report = report;
        this.apic = apic;
        this.mode = apic.name();
    }

    void run() {
        if (!Cpuid.has(CpuFeature.TSC_DEADLINE)) {
            report.skip(mode + "a deadline", "the processor does not have it");
            return;
        }
        otherModes();
        apic.write(ApicRegister.TIMER, ApicRegister.DEADLINE | LOW);
        future();
        past();
        disarmed();
        counts();
        modeChange();
    }

    private void otherModes() {
        apic.write(ApicRegister.TIMER, LOW);
        Processor.writeMsr(Msr.TSC_DEADLINE, FAR);
        report.equal(mode + "in another mode a deadline is not kept", 0, Processor.readMsr(Msr.TSC_DEADLINE));
    }

    private void future() {
        long deadline = Processor.timeStampCounter() + SOON;
        Processor.writeMsr(Msr.TSC_DEADLINE, deadline);
        report.equal(mode + "the deadline reads back", deadline, Processor.readMsr(Msr.TSC_DEADLINE));
        boolean isTooEarly = apic.isRequested(LOW) && Processor.timeStampCounter() < deadline;
        report.check(mode + "it does not come before the deadline", !isTooEarly);
        report.check(mode + "it comes at the deadline", Patience.untilRequested(apic, LOW));
        report.check(mode + "which has been reached then", Processor.timeStampCounter() >= deadline);
        report.equal(mode + "then the deadline reads as 0", 0, Processor.readMsr(Msr.TSC_DEADLINE));
        Acceptance.drain(apic);
    }

    private void past() {
        Processor.writeMsr(Msr.TSC_DEADLINE, 1);
        report.check(mode + "a deadline in the past comes at once", Patience.untilRequested(apic, LOW));
        Acceptance.drain(apic);
    }

    private void disarmed() {
        Processor.writeMsr(Msr.TSC_DEADLINE, Processor.timeStampCounter() + SOON);
        Processor.writeMsr(Msr.TSC_DEADLINE, 0);
        Patience.ticks(apic, 2 * SOON);
        report.check(mode + "a deadline of 0 takes it back", !apic.isRequested(LOW));
    }

    private void counts() {
        apic.write(ApicRegister.INITIAL_COUNT, SOON);
        report.equal(mode + "in deadline mode the initial count is not kept", 0, apic.read(ApicRegister.INITIAL_COUNT));
        report.equal(mode + "in deadline mode the current count is 0", 0, apic.read(ApicRegister.CURRENT_COUNT));
        Processor.writeMsr(Msr.TSC_DEADLINE, FAR);
        report.equal(mode + "a far deadline reads back", FAR, Processor.readMsr(Msr.TSC_DEADLINE));
    }

    private void modeChange() {
        apic.write(ApicRegister.TIMER, LOW);
        apic.write(ApicRegister.TIMER, ApicRegister.DEADLINE | LOW);
        report.equal(mode + "leaving deadline mode disarms it", 0, Processor.readMsr(Msr.TSC_DEADLINE));
        Processor.writeMsr(Msr.TSC_DEADLINE, 0);
        apic.write(ApicRegister.TIMER, ApicRegister.MASKED);
    }
}
