/** Page faults: error code and CR2 of every kind of access. Intel SDM vol. 3, section 4.7. */
package org.peaberry.conformance.guest;

import static org.peaberry.arch.trap.ExceptionVector.PAGE_FAULT;
import static org.peaberry.conformance.guest.Code.code;

import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.compiler.encode.Register;
import org.peaberry.runtime.unboxed.Address;

final class PageFaultArea extends Area {
    private static final int PAGE = 4;
    /** Bits of the error code. */
    private static final int ALLOWED_NOTHING = 1;
    private static final int WRITE = 2;
    private static final int BY_USER = 4;
    private static final int RESERVED_BIT = 8;
    private static final int FETCH = 16;
    /** Bit 51 is reserved on processors with shorter physical addresses. */
    private static final long ADDRESS_BIT_51 = 1L << 51;

    private static final long READABLE = GuestPages.PRESENT;
    private static final long READABLE_BY_USER = GuestPages.PRESENT | GuestPages.USER;
    private static final long WRITABLE = READABLE | GuestPages.WRITABLE;

    private static final Code LOAD = code().load(Register.RAX, Register.RBX, 0);
    private static final Code STORE = code().store(Register.RBX, 0, Register.RAX);
    private static final Code JUMP = code().bytes(Op.JMP_RBX);
    /** inc qword [rbx]. */
    private static final Code CHANGE = code().bytes(Op.REX_W, 0xFF, 0x03);
    private static final Code PUSH = code().move(Register.RSP, Register.RBX).push(Register.RAX);
    private static final Snippet KERNEL_READS = LOAD.snippet();
    private static final Snippet KERNEL_WRITES = STORE.snippet();
    private static final Snippet KERNEL_JUMPS = JUMP.snippet();
    private static final Snippet KERNEL_CHANGES = CHANGE.snippet();
    private static final FarCode USER_READS = FarCode.of(LOAD);
    private static final FarCode USER_WRITES = FarCode.of(STORE);
    private static final FarCode USER_JUMPS = FarCode.of(JUMP);
    private static final FarCode USER_PUSHES = FarCode.of(PUSH);

    @Override
    String name() {
        return "pagefaults";
    }

    @Override
    void run(Report report) {
        UserMode.install();
        kernel(report);
        user(report);
        tables(report);
        crossing(report);
        UserMode.remove();
    }

    private static void kernel(Report report) {
        kernel(report, "reading an absent page", 0, KERNEL_READS, 0);
        kernel(report, "writing an absent page", 0, KERNEL_WRITES, WRITE);
        kernel(report, "changing an absent page", 0, KERNEL_CHANGES, WRITE);
        kernel(report, "executing an absent page", 0, KERNEL_JUMPS, FETCH);
        kernel(report, "writing a read-only page with CR0.WP", READABLE, KERNEL_WRITES, ALLOWED_NOTHING | WRITE);
        kernel(report, "executing a no-execute page", WRITABLE | GuestPages.NO_EXECUTE, KERNEL_JUMPS, ALLOWED_NOTHING | FETCH);
        kernel(report, "reading through reserved bits", WRITABLE | ADDRESS_BIT_51, KERNEL_READS, ALLOWED_NOTHING | RESERVED_BIT);
        GuestPages.map(PAGE, READABLE);
        Processor.writeCr0(Processor.readCr0() & ~Cr0.WRITE_PROTECT);
        Outcome outcome = KERNEL_WRITES.run(atPage());
        Processor.writeCr0(Processor.readCr0() | Cr0.WRITE_PROTECT);
        report.check("without CR0.WP the kernel writes read-only pages", outcome.completed());
    }

    private static void user(Report report) {
        user(report, "a user reading an absent page", 0, USER_READS, BY_USER);
        user(report, "a user writing an absent page", 0, USER_WRITES, BY_USER | WRITE);
        user(report, "a user executing an absent page", 0, USER_JUMPS, BY_USER | FETCH);
        user(report, "a user reading the kernel's page", WRITABLE, USER_READS, BY_USER | ALLOWED_NOTHING);
        user(report, "a user writing the kernel's page", WRITABLE, USER_WRITES, BY_USER | ALLOWED_NOTHING | WRITE);
        user(report, "a user executing the kernel's page", WRITABLE, USER_JUMPS, BY_USER | ALLOWED_NOTHING | FETCH);
        user(report, "a user writing a read-only page", READABLE_BY_USER, USER_WRITES, BY_USER | ALLOWED_NOTHING | WRITE);
        user(report, "a user executing a no-execute page", READABLE_BY_USER | GuestPages.NO_EXECUTE, USER_JUMPS,
                BY_USER | ALLOWED_NOTHING | FETCH);
        GuestPages.map(PAGE, 0);
        Outcome outcome = UserMode.run(USER_PUSHES, new Registers().set(GeneralRegister.RBX, GuestPages.address(PAGE) + Long.BYTES));
        verdict(report, "a user pushing to an absent page", BY_USER | WRITE, outcome, GuestPages.address(PAGE));
    }

    /** Accessed and dirty bits, and rights that an upper level takes away. */
    private static void tables(Report report) {
        GuestPages.map(PAGE, WRITABLE);
        KERNEL_READS.run(atPage());
        report.equal("a read sets the accessed bit alone", GuestPages.ACCESSED, bits());
        KERNEL_WRITES.run(atPage());
        report.equal("a write sets the dirty bit too", GuestPages.ACCESSED | GuestPages.DIRTY, bits());
        Address directory = GuestPages.directoryEntry();
        long before = directory.loadLong();
        directory.store(before & ~GuestPages.WRITABLE);
        GuestPages.flush();
        kernel(report, "writing where an upper level forbids it", WRITABLE, KERNEL_WRITES, ALLOWED_NOTHING | WRITE);
        directory.store(before & ~GuestPages.PRESENT);
        GuestPages.flush();
        kernel(report, "reading where an upper level is absent", WRITABLE, KERNEL_READS, 0);
        directory.store(before);
        GuestPages.flush();
    }

    private static void crossing(Report report) {
        GuestPages.map(PAGE, WRITABLE);
        GuestPages.map(PAGE + 1, 0);
        long last = GuestPages.address(PAGE + 1) - Integer.BYTES;
        Registers registers = new Registers().set(GeneralRegister.RBX, last);
        verdict(report, "reading over the end of a page", 0, KERNEL_READS.run(registers), GuestPages.address(PAGE + 1));
        verdict(report, "writing over the end of a page", WRITE, KERNEL_WRITES.run(registers), GuestPages.address(PAGE + 1));
        GuestPages.map(PAGE, 0);
        GuestPages.map(PAGE + 1, WRITABLE);
        verdict(report, "reading over the beginning of a page", 0, KERNEL_READS.run(registers), last);
    }

    private static long bits() {
        return GuestPages.entry(PAGE).loadLong() & (GuestPages.ACCESSED | GuestPages.DIRTY);
    }

    private static void kernel(Report report, String what, long rights, Snippet access, int error) {
        GuestPages.map(PAGE, rights);
        verdict(report, what, error, access.run(atPage()), GuestPages.address(PAGE));
    }

    private static void user(Report report, String what, long rights, FarCode access, int error) {
        GuestPages.map(PAGE, rights);
        verdict(report, what, error, UserMode.run(access, atPage()), GuestPages.address(PAGE));
    }

    private static Registers atPage() {
        return new Registers().set(GeneralRegister.RBX, GuestPages.address(PAGE));
    }

    /** In the place of the instruction pointer: how far CR2 is from the address. */
    private static void verdict(Report report, String what, int error, Outcome outcome, long address) {
        long actual = Trial.ending(outcome.vector(), outcome.faultAddress() - address, outcome.errorCode());
        report.equal(what, Trial.ending(PAGE_FAULT.number(), 0, error), actual);
    }
}
