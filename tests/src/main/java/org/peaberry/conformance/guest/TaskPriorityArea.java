/** The task priority: in CR8 and in the local APIC, and which interrupts it holds back. Intel SDM vol. 3, section 10.8.3 and 10.8.6. */
package org.peaberry.conformance.guest;

import static org.peaberry.conformance.guest.Acceptance.*;
import static org.peaberry.conformance.guest.Code.code;

import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.trap.ExceptionVector;
import org.peaberry.compiler.encode.Form;

final class TaskPriorityArea extends Area {
    private static final int[] FROM_CR8 = {0x44, 0x0F, 0x20, 0xC0};
    private static final int[] TO_CR8 = {0x44, 0x0F, 0x22, 0xC0};
    private static final int LARGEST = 15;
    private static final PageRegisters APIC = PageRegisters.INSTANCE;

    private static final Snippet READ = code().bytes(FROM_CR8).snippet();
    private static final Snippet WRITE = code().bytes(TO_CR8).snippet();
    private static final Snippet WRITE_OPEN = code().nops(2).bytes(TO_CR8).nops(4).snippet();
    /** Where an interrupt comes that {@link #WRITE_OPEN} lets in. */
    private static final int BEHIND_WRITE = 6;
    private static final Snippet WRITE_AND_STORE = code().bytes(TO_CR8).bytes(0x89, 0x0B).nops(4).snippet();
    private static final Snippet STORE = code().nops(1).bytes(0x89, 0x0B).nops(4).snippet();
    private static final Snippet WRITE_CLOSED = code().bytes(TO_CR8).nops(1).form(Form.STI).nops(4).snippet();
    private static final FarCode USER_READ = FarCode.of(code().bytes(FROM_CR8));

    @Override
    String name() {
        return "taskpriority";
    }

    @Override
    void run(Report report) {
        APIC.enter();
        Acceptance.install();
        values(report);
        illegalValues(report);
        heldBack(report);
        letIn(report);
        byRegister(report);
        service(report);
        nonMaskable(report);
        privilege(report);
        Acceptance.remove();
        APIC.enter();
    }

    private static void values(Report report) {
        report.equal("CR8 is 0 at first", 0, read());
        for (int i = 1; i <= LARGEST; i++) {
            write(i);
            report.equal("CR8 reads back " + i, i, read());
        }
        write(5);
        report.equal("CR8 is the class of the task priority", 0x50, APIC.read(ApicRegister.TASK_PRIORITY));
        report.equal("CR8 is the class of the processor priority", 0x50, APIC.read(ApicRegister.PROCESSOR_PRIORITY));
        APIC.write(ApicRegister.TASK_PRIORITY, 0x37);
        report.equal("the class of the task priority is CR8", 3, read());
        report.equal("the task priority keeps its lower bits", 0x37, APIC.read(ApicRegister.TASK_PRIORITY));
        APIC.write(ApicRegister.TASK_PRIORITY, 0);
        report.equal("a task priority of 0 is CR8 of 0", 0, read());
    }

    private static void illegalValues(Report report) {
        write(3);
        illegal(report, "16", 16);
        illegal(report, "255", 255);
        illegal(report, "a value of the upper half", 1L << 32);
        illegal(report, "all ones", -1);
        report.equal("an illegal value leaves CR8", 3, read());
        write(0);
    }

    private static void illegal(Report report, String what, long value) {
        Outcome outcome = WRITE.run(new Registers().set(GeneralRegister.RAX, value));
        report.equal("CR8 refuses " + what, Trial.ending(ExceptionVector.GENERAL_PROTECTION.number(), 0, 0), Trial.ending(outcome));
    }

    private static void heldBack(Report report) {
        write(5);
        APIC.sendToSelf(MIDDLE);
        report.equal("a vector of the same class waits", NONE, Acceptance.next(APIC));
        report.check("it stays requested", APIC.isRequested(MIDDLE));
        APIC.sendToSelf(LOW);
        report.equal("a vector of a lower class waits", NONE, Acceptance.next(APIC));
        APIC.sendToSelf(HIGH);
        report.equal("a vector of a higher class comes", HIGH, Acceptance.next(APIC));
        APIC.endOfInterrupt();
        report.equal("its end lets nothing else in", NONE, Acceptance.next(APIC));
        write(4);
        report.equal("with CR8 one lower the waiting one comes", MIDDLE, Acceptance.next(APIC));
        APIC.endOfInterrupt();
        report.equal("but not the one of the lower class", NONE, Acceptance.next(APIC));
        write(0);
        report.equal("with CR8 of 0 it comes", LOW, Acceptance.next(APIC));
        APIC.endOfInterrupt();
        write(LARGEST);
        APIC.sendToSelf(HIGH);
        report.equal("CR8 of 15 holds all back", NONE, Acceptance.next(APIC));
        write(0);
        Acceptance.drain(APIC);
    }

    /** The interrupt comes at the boundary behind the instruction that lowers the priority. */
    private static void letIn(Report report) {
        write(6);
        APIC.sendToSelf(MIDDLE);
        Outcome higher = WRITE_OPEN.run(open(5));
        report.check("a CR8 that is lowered not enough lets nothing in", higher.completed());
        Outcome lower = WRITE_OPEN.run(open(4));
        report.equal("an interrupt comes behind the write that lowers CR8", arrival(BEHIND_WRITE), Trial.ending(lower));
        APIC.endOfInterrupt();
        write(6);
        APIC.sendToSelf(MIDDLE);
        Outcome closed = WRITE_CLOSED.run(new Registers().set(GeneralRegister.RAX, 0));
        report.equal("with interrupts off it waits for STI", arrival(BEHIND_WRITE + 1), Trial.ending(closed));
        APIC.endOfInterrupt();
        write(6);
        APIC.sendToSelf(MIDDLE);
        APIC.sendToSelf(LOW);
        Outcome first = WRITE_OPEN.run(open(0));
        report.equal("of two that a lower CR8 lets in", arrival(BEHIND_WRITE), Trial.ending(first));
        report.equal("the higher comes first", MIDDLE, APIC.served());
        APIC.endOfInterrupt();
        report.equal("then the lower", LOW, Acceptance.next(APIC));
        APIC.endOfInterrupt();
        Outcome sent = WRITE_AND_STORE.run(command(LOW).set(GeneralRegister.RAX, 4).flags(Registers.FLAGS | Rflags.INTERRUPT));
        report.check("an interrupt sent behind a write of CR8 is held back by it", sent.completed());
        write(0);
        Acceptance.drain(APIC);
    }

    private static void byRegister(Report report) {
        APIC.write(ApicRegister.TASK_PRIORITY, 0x60);
        APIC.sendToSelf(MIDDLE);
        report.equal("the register holds back as CR8 does", NONE, Acceptance.next(APIC));
        Registers registers = new Registers().set(GeneralRegister.RBX, PageRegisters.place(ApicRegister.TASK_PRIORITY).toLong())
                .set(GeneralRegister.RCX, 0x40).flags(Registers.FLAGS | Rflags.INTERRUPT);
        report.equal("an interrupt comes behind the store that lowers the register", arrival(3), Trial.ending(STORE.run(registers)));
        APIC.endOfInterrupt();
        APIC.write(ApicRegister.TASK_PRIORITY, 0);
    }

    private static void service(Report report) {
        APIC.sendToSelf(MIDDLE);
        Acceptance.next(APIC);
        report.equal("in service the processor priority is the vector's class", 0x50, APIC.read(ApicRegister.PROCESSOR_PRIORITY));
        write(6);
        report.equal("unless CR8 is higher", 0x60, APIC.read(ApicRegister.PROCESSOR_PRIORITY));
        APIC.sendToSelf(HIGH);
        report.equal("then CR8 holds back", NONE, Acceptance.next(APIC));
        write(2);
        report.equal("with CR8 lower than the service a higher vector comes", HIGH, Acceptance.next(APIC));
        APIC.endOfInterrupt();
        APIC.sendToSelf(LOW);
        report.equal("with CR8 lower than the service a lower vector waits", NONE, Acceptance.next(APIC));
        APIC.endOfInterrupt();
        report.equal("until the end of the service", LOW, Acceptance.next(APIC));
        APIC.endOfInterrupt();
        write(0);
    }

    private static void nonMaskable(Report report) {
        Outcome outcome = WRITE_AND_STORE.run(command(SelfInterrupt.NMI).set(GeneralRegister.RAX, LARGEST));
        report.check("CR8 does not hold back an NMI", outcome.is(ExceptionVector.NMI));
        write(0);
    }

    private static void privilege(Report report) {
        UserMode.install();
        report.equal("a user program may not read CR8", Trial.ending(ExceptionVector.GENERAL_PROTECTION.number(), 0, 0),
                UserMode.ending(UserMode.run(USER_READ, new Registers())));
        UserMode.remove();
    }

    /** For code that stores ECX at RBX: an interrupt to itself. */
    private static Registers command(int command) {
        return new Registers().set(GeneralRegister.RBX, PageRegisters.place(ApicRegister.COMMAND).toLong())
                .set(GeneralRegister.RCX, ApicRegister.SELF | ApicRegister.ASSERT | command);
    }

    private static Registers open(int priorityClass) {
        return new Registers().set(GeneralRegister.RAX, priorityClass).withInterrupts();
    }

    private static long arrival(int offset) {
        return Trial.ending(Gates.ARRIVAL.number(), offset, 0);
    }

    private static long read() {
        return READ.run(new Registers().set(GeneralRegister.RAX, -1)).get(GeneralRegister.RAX);
    }

    private static void write(int priorityClass) {
        WRITE.run(new Registers().set(GeneralRegister.RAX, priorityClass));
    }
}
