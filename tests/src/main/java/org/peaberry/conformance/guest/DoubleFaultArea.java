/** Exceptions that meet another one on their way into the guest. Intel SDM vol. 3, table 6-5. */
package org.peaberry.conformance.guest;

import static org.peaberry.arch.trap.ExceptionVector.*;
import static org.peaberry.conformance.guest.Code.code;

import org.peaberry.arch.trap.ExceptionVector;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Register;

/** An absent gate makes the delivery fail with #NP, a contributory exception; an absent stack with a page fault. */
final class DoubleFaultArea extends Area {
    private static final long NOT_CANONICAL = 0x8000_0000_0000_0000L;
    private static final int ABSENT_GATE = 0x31;
    /** Bits of the error code. Intel SDM vol. 3, figure 6-7. */
    private static final int EXTERNAL = 1;
    private static final int IN_IDT = 2;
    private static final int INDEX_SHIFT = 3;
    private static final int ABSENT_PAGE = 5;
    private static final int[] STGI = {0x0F, 0x01, 0xDC};

    private static final Trial DIVISION = Trial.of("#DE through an absent gate is a double fault", DOUBLE_FAULT,
            code().load(Register.RCX, 0).mark().bytes(0x48, 0xF7, 0xF1));
    private static final Trial PROTECTION = Trial.of("#GP through an absent gate is a double fault", DOUBLE_FAULT,
            code().load(Register.RBX, NOT_CANONICAL).mark().load(Register.RAX, Register.RBX, 0));
    private static final Trial PROTECTION_BY_EXIT = Trial.of("#GP of a forbidden register through an absent gate is a double fault", DOUBLE_FAULT,
            code().load(Register.RCX, 0xDEAD).mark().form(Form.RDMSR));
    private static final Trial PAGE = Trial.of("#PF through an absent gate is a double fault", DOUBLE_FAULT,
            code().load(Register.RBX, GuestPages.address(ABSENT_PAGE)).mark().load(Register.RAX, Register.RBX, 0));
    private static final Trial NOT_PRESENT = Trial.of("#NP through an absent gate is a double fault", DOUBLE_FAULT,
            code().nops(1).mark().bytes(Op.interrupt(ABSENT_GATE)));

    private static final Snippet UNDEFINED = code().form(Form.UD2).snippet();
    private static final Snippet VIRTUAL_UNDEFINED = code().bytes(STGI).snippet();
    private static final Snippet BREAK = code().form(Form.INT3).snippet();
    private static final Snippet STEP = code().load(Register.RAX, Registers.FLAGS | 1 << 8).push(Register.RAX).form(Form.POPFQ).nops(2).snippet();
    private static final Snippet INTERRUPTED = code().form(Form.STI).nops(4).snippet();
    private static final Snippet NMI_TO_SELF = code().bytes(0x89, 0x03).nops(4).snippet();

    @Override
    String name() {
        return "doublefaults";
    }

    @Override
    void run(Report report) {
        GuestPages.install();
        GuestPages.map(ABSENT_PAGE, 0);
        withoutGate(report, DIVIDE_ERROR, DIVISION);
        withoutGate(report, GENERAL_PROTECTION, PROTECTION);
        withoutGate(report, GENERAL_PROTECTION, PROTECTION_BY_EXIT);
        report.check("a page fault that becomes a double fault leaves its address in CR2",
                withoutGate(report, PAGE_FAULT, PAGE).faultAddress() == GuestPages.address(ABSENT_PAGE));
        Gates.makeAbsent(ABSENT_GATE);
        withoutGate(report, SEGMENT_NOT_PRESENT, NOT_PRESENT);
        Gates.restore(ABSENT_GATE);
        benign(report);
        events(report);
        badStack(report);
        GuestPages.remove();
    }

    private static Outcome withoutGate(Report report, ExceptionVector exception, Trial trial) {
        Gates.makeAbsent(exception.number());
        Outcome outcome = trial.run(report);
        Gates.restore(exception.number());
        return outcome;
    }

    /** Benign ones let the second exception through, which tells whether the first was the program's own. */
    private static void benign(Report report) {
        second(report, "#UD through an absent gate", INVALID_OPCODE.number(), UNDEFINED, EXTERNAL);
        second(report, "#UD of a forbidden instruction through an absent gate", INVALID_OPCODE.number(), VIRTUAL_UNDEFINED, EXTERNAL);
        second(report, "a single step through an absent gate", DEBUG.number(), STEP, EXTERNAL);
        second(report, "INT3 through an absent gate", BREAKPOINT.number(), BREAK, 0);
    }

    private static void events(Report report) {
        SelfInterrupt.enable();
        SelfInterrupt.send(SelfInterrupt.VECTOR);
        second(report, "an interrupt through an absent gate", SelfInterrupt.VECTOR, INTERRUPTED, EXTERNAL);
        drain();
        second(report, "an NMI through an absent gate", NMI.number(), NMI_TO_SELF, EXTERNAL);
    }

    private static void drain() {
        Gates.showAs(SelfInterrupt.VECTOR, Gates.ARRIVAL);
        INTERRUPTED.run();
        Gates.restore(SelfInterrupt.VECTOR);
        SelfInterrupt.endOfInterrupt();
        SelfInterrupt.endOfInterrupt();
    }

    /** The bit that tells external from internal is a line of its own: not every emulator knows it. */
    private static void second(Report report, String what, int vector, Snippet snippet, int external) {
        Gates.makeAbsent(vector);
        Registers registers = new Registers().set(GeneralRegister.RBX, SelfInterrupt.COMMAND).set(GeneralRegister.RAX, SelfInterrupt.SEND_NMI);
        Outcome outcome = snippet.run(registers);
        Gates.restore(vector);
        long index = vector << INDEX_SHIFT | IN_IDT;
        long actual = Trial.ending(outcome.vector(), 0, outcome.errorCode() & ~EXTERNAL);
        report.equal(what + " raises #NP with the gate's index", Trial.ending(SEGMENT_NOT_PRESENT.number(), 0, index), actual);
        report.equal(what + " tells in bit 0 whether it was external", external, outcome.errorCode() & EXTERNAL);
    }

    private static void badStack(Report report) {
        stack(report, "#UD on an absent stack is a double fault", GuestPages.address(ABSENT_PAGE) + GuestPages.SIZE);
        stack(report, "#UD on a non-canonical stack is a double fault", NOT_CANONICAL);
    }

    private static void stack(Report report, String what, long stackPointer) {
        Outcome outcome = UNDEFINED.run(new Registers().stackPointer(stackPointer));
        report.equal(what, Trial.ending(DOUBLE_FAULT.number(), 0, 0), Trial.ending(outcome));
        report.equal(what + " and keeps the stack pointer", stackPointer, outcome.registers().stackPointer());
    }
}
