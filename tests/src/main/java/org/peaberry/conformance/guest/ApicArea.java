/** Interrupts in the local APIC, in both of its modes: commands, priorities, service and its end, errors. Intel SDM vol. 3, chapter 10. */
package org.peaberry.conformance.guest;

import static org.peaberry.conformance.guest.Acceptance.*;

import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cpuid;

final class ApicArea extends Area {
    private static final int ID_SHIFT = 24;
    private static final int LAST_ENTRY_SHIFT = 16;
    private static final int BYTE_MASK = 0xff;
    /** An id that no processor of these machines has. */
    private static final int ABSENT = 0x7E;
    private static final int ILLEGAL_VECTOR = 15;
    private static final int CLASS = 0xF0;
    private static final long ERRORS = ApicRegister.SENT_ILLEGAL_VECTOR | ApicRegister.RECEIVED_ILLEGAL_VECTOR | ApicRegister.ILLEGAL_REGISTER;

    @Override
    String name() {
        return "apic";
    }

    @Override
    void run(Report report) {
        Acceptance.install();
        inMode(report, PageRegisters.INSTANCE);
        new LogicalDestinations(report).run();
        if (Cpuid.has(CpuFeature.X2APIC)) {
            inMode(report, MsrRegisters.INSTANCE);
        } else {
            report.skip("x2APIC", "the processor does not have it");
        }
        ApicRegisters.leave();
        Acceptance.remove();
    }

    private static void inMode(Report report, ApicRegisters apic) {
        apic.enter();
        identity(report, apic);
        reset(report, apic);
        service(report, apic);
        destinations(report, apic);
        priorities(report, apic);
        errors(report, apic);
        softwareDisable(report, apic);
        absentProcessors(report, apic);
    }

    private static void identity(Report report, ApicRegisters apic) {
        String mode = apic.name();
        report.equal(mode + "the id is CPUID's", Cpuid.query(CpuFeature.Leaf.FEATURES, 0).ebx() >>> ID_SHIFT, apic.id());
        long version = apic.read(ApicRegister.VERSION);
        report.equal(mode + "the version is of an integrated APIC", 1, (version & BYTE_MASK) >>> 4);
        report.check(mode + "there are four local vectors or more", (version >>> LAST_ENTRY_SHIFT & BYTE_MASK) >= 3);
    }

    private static void reset(Report report, ApicRegisters apic) {
        String mode = apic.name();
        report.equal(mode + "after a reset the timer is masked", ApicRegister.MASKED, apic.read(ApicRegister.TIMER));
        report.equal(mode + "after a reset line 0 is masked", ApicRegister.MASKED, apic.read(ApicRegister.LINE0));
        report.equal(mode + "after a reset the error vector is masked", ApicRegister.MASKED, apic.read(ApicRegister.ERROR));
        report.equal(mode + "after a reset the task priority is 0", 0, apic.read(ApicRegister.TASK_PRIORITY));
        report.equal(mode + "after a reset the initial count is 0", 0, apic.read(ApicRegister.INITIAL_COUNT));
        report.equal(mode + "after a reset nothing is in service", NONE, apic.served());
    }

    private static void service(Report report, ApicRegisters apic) {
        String mode = apic.name();
        apic.sendToSelf(LOW);
        report.check(mode + "an interrupt to itself is requested", apic.isRequested(LOW));
        report.check(mode + "an interrupt to itself is an edge", !apic.isLevelTriggered(LOW));
        report.equal(mode + "the command reads back and is not pending", ApicRegister.SELF | ApicRegister.ASSERT | LOW,
                apic.read(ApicRegister.COMMAND) & 0xffff_ffffL);
        report.equal(mode + "while it is only requested the processor priority stays", 0, apic.read(ApicRegister.PROCESSOR_PRIORITY));
        report.equal(mode + "it comes when interrupts are on", LOW, Acceptance.next(apic));
        report.check(mode + "then it is not requested any more", !apic.isRequested(LOW));
        report.equal(mode + "in service it is the processor priority", LOW & CLASS, apic.read(ApicRegister.PROCESSOR_PRIORITY));
        apic.sendToSelf(LOW);
        report.check(mode + "in service it can be requested again", apic.isRequested(LOW));
        report.equal(mode + "but does not come before its end", NONE, Acceptance.next(apic));
        apic.endOfInterrupt();
        report.equal(mode + "its end takes it out of service", NONE, apic.served());
        report.equal(mode + "and the second one comes", LOW, Acceptance.next(apic));
        apic.endOfInterrupt();
        apic.endOfInterrupt();
        report.equal(mode + "an end without service does nothing", NONE, apic.served());
        apic.sendToSelf(LOW);
        apic.sendToSelf(LOW);
        Acceptance.next(apic);
        apic.endOfInterrupt();
        report.equal(mode + "two requests before service are one", NONE, Acceptance.next(apic));
    }

    private static void destinations(Report report, ApicRegisters apic) {
        String mode = apic.name();
        arrives(report, apic, mode + "by its id", apic.id(), LOW);
        arrives(report, apic, mode + "by broadcast", apic.broadcast(), LOW);
        arrives(report, apic, mode + "by the shorthand for all", 0, ApicRegister.ALL | LOW);
        stays(report, apic, mode + "by the shorthand for others", 0, ApicRegister.OTHERS | LOW);
        stays(report, apic, mode + "by an absent id", ABSENT, LOW);
        arrives(report, apic, mode + "with lowest priority by its id", apic.id(), ApicRegister.LOWEST_PRIORITY | LOW);
    }

    static void arrives(Report report, ApicRegisters apic, String how, long destination, int command) {
        apic.send(destination, ApicRegister.ASSERT | command);
        report.check(how + " an interrupt arrives", apic.isRequested(command & BYTE_MASK));
        Acceptance.drain(apic);
    }

    static void stays(Report report, ApicRegisters apic, String how, long destination, int command) {
        apic.send(destination, ApicRegister.ASSERT | command);
        report.check(how + " no interrupt arrives", !apic.isRequested(command & BYTE_MASK));
        Acceptance.drain(apic);
    }

    private static void priorities(Report report, ApicRegisters apic) {
        String mode = apic.name();
        apic.sendToSelf(LOW);
        apic.sendToSelf(HIGH);
        apic.sendToSelf(MIDDLE);
        report.equal(mode + "of three the highest comes first", HIGH, Acceptance.next(apic));
        report.equal(mode + "lower ones wait while it is served", NONE, Acceptance.next(apic));
        apic.endOfInterrupt();
        report.equal(mode + "then the middle one", MIDDLE, Acceptance.next(apic));
        apic.sendToSelf(HIGH);
        report.equal(mode + "a higher one interrupts its service", HIGH, Acceptance.next(apic));
        apic.endOfInterrupt();
        report.equal(mode + "the end is that of the highest in service", MIDDLE, apic.served());
        apic.endOfInterrupt();
        report.equal(mode + "at last the lowest", LOW, Acceptance.next(apic));
        apic.sendToSelf(LOW_TOO);
        report.equal(mode + "one of the same class waits", NONE, Acceptance.next(apic));
        apic.endOfInterrupt();
        report.equal(mode + "and comes after the end", LOW_TOO, Acceptance.next(apic));
        apic.endOfInterrupt();
    }

    private static void errors(Report report, ApicRegisters apic) {
        String mode = apic.name();
        apic.takeErrors();
        apic.write(ApicRegister.ERROR, ERROR);
        apic.send(apic.id(), ApicRegister.ASSERT | ILLEGAL_VECTOR);
        report.check(mode + "an error raises the error vector", apic.isRequested(ERROR));
        report.equal(mode + "errors show only after a write", 0, apic.read(ApicRegister.ERROR_STATUS));
        report.equal(mode + "sending an illegal vector is an error", ApicRegister.SENT_ILLEGAL_VECTOR,
                apic.takeErrors() & ApicRegister.SENT_ILLEGAL_VECTOR);
        report.check(mode + "an illegal vector is not requested", !apic.isRequested(ILLEGAL_VECTOR));
        report.equal(mode + "errors are told once", 0, apic.takeErrors() & ERRORS);
        Acceptance.drain(apic);
        apic.write(ApicRegister.ERROR, ApicRegister.MASKED | ERROR);
        apic.sendToSelf(ILLEGAL_VECTOR);
        report.check(mode + "a masked error vector is not raised", !apic.isRequested(ERROR));
        report.check(mode + "sending itself an illegal vector is an error", (apic.takeErrors() & ERRORS) != 0);
    }

    private static void softwareDisable(Report report, ApicRegisters apic) {
        String mode = apic.name();
        apic.write(ApicRegister.ERROR, ERROR);
        apic.sendToSelf(LOW);
        apic.write(ApicRegister.SPURIOUS_VECTOR, ApicRegisters.SPURIOUS);
        report.equal(mode + "disabled by software, local vectors are masked", ApicRegister.MASKED | ERROR, apic.read(ApicRegister.ERROR));
        apic.write(ApicRegister.ERROR, ERROR);
        report.equal(mode + "and stay so", ApicRegister.MASKED | ERROR, apic.read(ApicRegister.ERROR));
        report.check(mode + "what was requested stays requested", apic.isRequested(LOW));
        apic.write(ApicRegister.SPURIOUS_VECTOR, ApicRegister.SOFTWARE_ENABLE | ApicRegisters.SPURIOUS);
        report.equal(mode + "enabled again, local vectors stay masked", ApicRegister.MASKED | ERROR, apic.read(ApicRegister.ERROR));
        report.equal(mode + "enabled again, what was requested comes", LOW, Acceptance.next(apic));
        apic.endOfInterrupt();
    }

    private static void absentProcessors(Report report, ApicRegisters apic) {
        String mode = apic.name();
        apic.send(ABSENT, ApicRegister.INIT | ApicRegister.ASSERT);
        apic.send(ABSENT, ApicRegister.START_UP | ApicRegister.ASSERT | 1);
        apic.send(0, ApicRegister.INIT | ApicRegister.LEVEL | ApicRegister.ALL);
        apic.send(0, ApicRegister.START_UP | ApicRegister.ASSERT | ApicRegister.OTHERS | 1);
        report.equal(mode + "commands to absent processors leave nothing pending", 0, apic.read(ApicRegister.COMMAND) & ApicRegister.PENDING);
        apic.sendToSelf(LOW);
        report.equal(mode + "and the processor goes on", LOW, Acceptance.next(apic));
        apic.endOfInterrupt();
    }
}
