/** What ends HLT, and what does not. Intel SDM vol. 2A, HLT. */
package org.peaberry.conformance.guest;

import static org.peaberry.conformance.guest.Acceptance.*;
import static org.peaberry.conformance.guest.Code.code;

import org.peaberry.arch.trap.ExceptionVector;
import org.peaberry.compiler.encode.Form;

final class HaltArea extends Area {
    private static final PageRegisters APIC = PageRegisters.INSTANCE;
    private static final int SHORT_COUNT = 100_000;
    private static final int DIVIDE_BY_ONE = 0xB;
    private static final int PERIODS = 5;
    /** HLT behind STI, and where it goes on. */
    private static final Snippet HALT = code().form(Form.STI).form(Form.HLT).nops(4).snippet();
    private static final int BEHIND_HALT = 2;
    private static final Snippet CLOSED_HALT = code().nops(1).form(Form.HLT).nops(4).snippet();

    @Override
    String name() {
        return "halt";
    }

    @Override
    void run(Report report) {
        APIC.enter();
        APIC.write(ApicRegister.DIVIDE, DIVIDE_BY_ONE);
        Acceptance.install();
        pending(report);
        timer(report);
        device(report);
        taskPriority(report);
        interruptsOff(report);
        if (Surroundings.isXen()) {
            new EventWakeUp(report).run();
        } else {
            report.skip("an event ends HLT", "there is no hypervisor");
        }
        Acceptance.remove();
        APIC.enter();
    }

    private static void pending(Report report) {
        APIC.sendToSelf(LOW);
        report.equal("an interrupt that is pending already ends HLT", arrival(), Trial.ending(HALT.run()));
        report.equal("it is that one", LOW, APIC.served());
        APIC.endOfInterrupt();
    }

    private static void timer(Report report) {
        APIC.write(ApicRegister.TIMER, LOW);
        APIC.write(ApicRegister.INITIAL_COUNT, SHORT_COUNT);
        report.equal("the local APIC's timer ends HLT", arrival(), Trial.ending(HALT.run()));
        APIC.endOfInterrupt();
        APIC.write(ApicRegister.TIMER, ApicRegister.PERIODIC | LOW);
        APIC.write(ApicRegister.INITIAL_COUNT, 10 * SHORT_COUNT);
        int woken = 0;
        for (int i = 0; i < PERIODS; i++) {
            woken += Trial.ending(HALT.run()) == arrival() ? 1 : 0;
            APIC.endOfInterrupt();
        }
        APIC.write(ApicRegister.INITIAL_COUNT, 0);
        Acceptance.drain(APIC);
        report.equal("a periodic timer ends HLT each time", PERIODS, woken);
    }

    private static void device(Report report) {
        PeriodicClock.start();
        IoApicRegisters.route(PeriodicClock.LINE, HIGH, APIC.id());
        PeriodicClock.finish();
        report.equal("a device's interrupt ends HLT", arrival(), Trial.ending(HALT.run()));
        report.equal("with its own vector", HIGH, APIC.served());
        APIC.endOfInterrupt();
    }

    /** The timer comes first, but below the task priority; the device comes later. */
    private static void taskPriority(Report report) {
        APIC.write(ApicRegister.TASK_PRIORITY, MIDDLE);
        APIC.write(ApicRegister.TIMER, LOW);
        PeriodicClock.finish();
        APIC.write(ApicRegister.INITIAL_COUNT, SHORT_COUNT);
        Outcome outcome = HALT.run();
        report.equal("an interrupt above the task priority ends HLT", arrival(), Trial.ending(outcome));
        report.equal("one below does not", HIGH, APIC.served());
        APIC.endOfInterrupt();
        APIC.write(ApicRegister.TASK_PRIORITY, 0);
        Patience.untilRequested(APIC, LOW);
        Acceptance.drain(APIC);
    }

    /** The timer is held back by the interrupt flag; the device raises an NMI later. */
    private static void interruptsOff(Report report) {
        IoApicRegisters.route(PeriodicClock.LINE, IoApicRegisters.NMI, APIC.id());
        APIC.write(ApicRegister.INITIAL_COUNT, SHORT_COUNT);
        PeriodicClock.finish();
        Outcome outcome = CLOSED_HALT.run();
        IoApicRegisters.route(PeriodicClock.LINE, IoApicRegisters.MASKED, 0);
        PeriodicClock.stop();
        report.equal("with interrupts off an NMI ends HLT, and nothing else", Trial.ending(ExceptionVector.NMI.number(), BEHIND_HALT, 0),
                Trial.ending(outcome));
        report.check("an interrupt that came meanwhile is pending", Patience.untilRequested(APIC, LOW));
        Acceptance.drain(APIC);
    }

    static Outcome halt() {
        return HALT.run();
    }

    static long arrival() {
        return Trial.ending(Gates.ARRIVAL.number(), BEHIND_HALT, 0);
    }
}
