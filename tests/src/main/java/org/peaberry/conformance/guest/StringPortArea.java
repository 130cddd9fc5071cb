/** INS and OUTS: elements, repetition, directions, segments, and faults of their memory; at a domain's own ports and at kept ones. */
package org.peaberry.conformance.guest;

import static org.peaberry.conformance.guest.Code.code;

import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.decode.PageAccess;
import org.peaberry.arch.trap.ExceptionVector;
import org.peaberry.runtime.unboxed.Address;

final class StringPortArea extends Area {
    private static final long BUFFER = GuestMemory.SCRATCH;
    private static final long FILL = 0x7777_7777_7777_7777L;
    private static final int FIRST_PAGE = 4;
    private static final int ABSENT_PAGE = 5;
    private static final int READ_ONLY_PAGE = 6;
    private static final long NOT_CANONICAL = 0x0000_8000_0000_0000L;
    private static final int DEBUG_STEP = 1 << 14;

    private static final Snippet INSB = code().bytes(PortCode.INSB).snippet();
    private static final Snippet INSW = code().bytes(Op.OPERAND_SIZE, PortCode.INSD).snippet();
    private static final Snippet INSD = code().bytes(PortCode.INSD).snippet();
    private static final Snippet INS_WIDE = code().bytes(Op.REX_W, PortCode.INSD).snippet();
    private static final Snippet INSB_SHORT = code().bytes(Op.ADDRESS_SIZE, PortCode.INSB).snippet();
    private static final Snippet OUTSB = code().bytes(PortCode.OUTSB).snippet();
    private static final Snippet OUTSD = code().bytes(PortCode.OUTSD).snippet();
    private static final Snippet OUTSB_SS = code().bytes(PortCode.SS, PortCode.OUTSB).snippet();
    private static final Snippet REP_INSB = code().bytes(PortCode.REPEAT, PortCode.INSB).snippet();
    private static final Snippet REP_INSD = code().bytes(PortCode.REPEAT, PortCode.INSD).snippet();
    private static final Snippet REP_OUTSB = code().bytes(PortCode.REPEAT, PortCode.OUTSB).snippet();
    private static final Snippet REPNE_INSB = code().bytes(0xF2, PortCode.INSB).snippet();
    private static final FarCode USER_INSB = FarCode.of(code().bytes(PortCode.INSB));

    @Override
    String name() {
        return "portstrings";
    }

    @Override
    void run(Report report) {
        int before = Processor.inByte(PortArea.LATCH);
        Processor.outByte(PortArea.LATCH, 0x5A);
        data(report);
        configuration(report);
        Processor.outByte(PortArea.LATCH, 0x5A);
        GuestPages.install();
        GuestPages.map(ABSENT_PAGE, 0);
        GuestPages.map(READ_ONLY_PAGE, GuestPages.PRESENT);
        both(report, "an own port", PortArea.LATCH);
        PciPort.select(PciPort.HOST_BRIDGE);
        both(report, "a kept port", PciPort.DATA);
        GuestPages.remove();
        users(report, "an own port", PortArea.LATCH);
        users(report, "a kept port", PciPort.DATA);
        Processor.outByte(PortArea.LATCH, before);
    }

    private static void data(Report report) {
        fill(BUFFER);
        run(INSB, PortArea.LATCH, BUFFER, 0);
        report.equal("INSB writes one byte", FILL & ~0xffL | 0x5A, load(BUFFER));
        Address.of(BUFFER).store((byte) 0xA5);
        run(OUTSB, PortArea.LATCH, BUFFER, 0);
        report.equal("OUTSB sends one byte", 0xA5, Processor.inByte(PortArea.LATCH));
        Address.of(BUFFER).store(0x4433_2211);
        run(REP_OUTSB, PortArea.LATCH, BUFFER, 4);
        report.equal("REP OUTSB sends its last byte last", 0x44, Processor.inByte(PortArea.LATCH));
    }

    /** The host bridge's first register is read in every way; its address is written by OUTS. */
    private static void configuration(Report report) {
        Address.of(BUFFER).store(PciPort.HOST_BRIDGE);
        Outcome out = run(OUTSD, PciPort.ADDRESS, BUFFER, 0);
        report.equal("OUTSD of a kept port sends a double word", Integer.toUnsignedLong(PciPort.HOST_BRIDGE),
                Integer.toUnsignedLong(Processor.inInt(PciPort.ADDRESS)));
        report.equal("OUTSD of a kept port steps RSI by four", BUFFER + 4, out.get(GeneralRegister.RSI));
        long register = Integer.toUnsignedLong(Processor.inInt(PciPort.DATA));
        element(report, "INSB of a kept port", INSB, register, 1);
        element(report, "INSW of a kept port", INSW, register, 2);
        element(report, "INSD of a kept port", INSD, register, 4);
        element(report, "INS with REX.W of a kept port", INS_WIDE, register, 4);
        fill(BUFFER);
        Outcome twice = run(REP_INSD, PciPort.DATA, BUFFER, 2);
        report.equal("REP INSD of a kept port reads again for each element", register << Integer.SIZE | register, load(BUFFER));
        report.equal("REP INSD of a kept port ends with RCX at zero", 0, twice.get(GeneralRegister.RCX));
        report.equal("REP INSD of a kept port steps RDI by all", BUFFER + 8, twice.get(GeneralRegister.RDI));
        fill(BUFFER);
        Outcome shortAddress = run(INSB_SHORT, PciPort.DATA, 1L << 40 | BUFFER, 0);
        report.equal("INSB with 32-bit addresses clears the upper half of RDI", BUFFER + 1, shortAddress.get(GeneralRegister.RDI));
    }

    private static void element(Report report, String what, Snippet snippet, long register, int width) {
        fill(BUFFER);
        Outcome outcome = run(snippet, PciPort.DATA, BUFFER, 0);
        long mask = (1L << width * Byte.SIZE) - 1;
        report.equal(what + " writes " + width + " bytes", FILL & ~mask | register & mask, load(BUFFER));
        report.equal(what + " steps RDI by " + width, BUFFER + width, outcome.get(GeneralRegister.RDI));
    }

    private static void both(Report report, String where, int port) {
        repetition(report, where, port);
        directions(report, where, port);
        pages(report, where, port);
        canonical(report, where, port);
        singleSteps(report, where, port);
    }

    private static void repetition(Report report, String where, int port) {
        fill(BUFFER);
        Outcome none = run(REP_INSB, port, BUFFER, 0);
        report.equal("REP INSB zero times at " + where + " writes nothing", FILL, load(BUFFER));
        report.equal("REP INSB zero times at " + where + " leaves RDI", BUFFER, none.get(GeneralRegister.RDI));
        Outcome absent = run(REP_INSB, port, GuestPages.address(ABSENT_PAGE), 0);
        report.check("REP INSB zero times at " + where + " does not touch its memory", absent.completed());
        Outcome once = run(REP_INSB, port, BUFFER, 1);
        report.equal("REP INSB once at " + where + " steps once", BUFFER + 1, once.get(GeneralRegister.RDI));
        Outcome many = run(REP_INSB, port, BUFFER, 100);
        report.equal("REP INSB 100 times at " + where + " steps 100 times", BUFFER + 100, many.get(GeneralRegister.RDI));
        Outcome otherPrefix = run(REPNE_INSB, port, BUFFER, 3);
        report.equal("REPNE INSB at " + where + " is REP INSB", BUFFER + 3, otherPrefix.get(GeneralRegister.RDI));
    }

    private static void directions(Report report, String where, int port) {
        Registers registers = registers(port, BUFFER + 7, 3).flags(Registers.FLAGS | Rflags.DIRECTION);
        fill(BUFFER);
        Outcome outcome = REP_INSB.run(registers);
        report.equal("with the direction flag RDI falls at " + where, BUFFER + 4, outcome.get(GeneralRegister.RDI));
        report.equal("with the direction flag bytes below stay at " + where, FILL & 0xff_ffff_ffffL, load(BUFFER) & 0xff_ffff_ffffL);
    }

    private static void pages(Report report, String where, int port) {
        long end = GuestPages.address(ABSENT_PAGE);
        Outcome inside = run(REP_INSB, port, end - 2, 3);
        fault(report, "REP INSB over the end of memory at " + where, inside, ExceptionVector.PAGE_FAULT, PageAccess.WRITE);
        report.equal("REP INSB over the end of memory at " + where + " has CR2 at the page", end, inside.faultAddress());
        report.equal("REP INSB over the end of memory at " + where + " has counted what was done", 1, inside.get(GeneralRegister.RCX));
        report.equal("REP INSB over the end of memory at " + where + " has stepped over what was done", end, inside.get(GeneralRegister.RDI));
        Outcome across = run(INSD, port, end - 2, 0);
        fault(report, "INSD across the end of memory at " + where, across, ExceptionVector.PAGE_FAULT, PageAccess.WRITE);
        report.equal("INSD across the end of memory at " + where + " has CR2 at the page", end, across.faultAddress());
        report.equal("INSD across the end of memory at " + where + " leaves RDI", end - 2, across.get(GeneralRegister.RDI));
        Outcome source = run(OUTSB, port, end, 0);
        fault(report, "OUTSB from an absent page at " + where, source, ExceptionVector.PAGE_FAULT, 0);
        report.equal("OUTSB from an absent page at " + where + " has CR2 at the page", end, source.faultAddress());
        Outcome readOnly = run(INSB, port, GuestPages.address(READ_ONLY_PAGE), 0);
        fault(report, "INSB to a read-only page at " + where, readOnly, ExceptionVector.PAGE_FAULT, PageAccess.WRITE | PageAccess.PRESENT);
        Outcome two = run(INSD, port, GuestPages.address(FIRST_PAGE) - 2, 0);
        report.check("INSD across two pages at " + where + " completes", two.completed());
    }

    private static void canonical(Report report, String where, int port) {
        fault(report, "INSB to a non-canonical address at " + where, run(INSB, port, NOT_CANONICAL, 0), ExceptionVector.GENERAL_PROTECTION, 0);
        fault(report, "OUTSB from a non-canonical address at " + where, run(OUTSB, port, NOT_CANONICAL, 0), ExceptionVector.GENERAL_PROTECTION, 0);
        fault(report, "OUTSB with a prefix of SS, which does not count, at " + where, run(OUTSB_SS, port, NOT_CANONICAL, 0),
                ExceptionVector.GENERAL_PROTECTION, 0);
    }

    private static void singleSteps(Report report, String where, int port) {
        Outcome outcome = REP_INSB.run(registers(port, BUFFER, 3).flags(Registers.FLAGS | Rflags.TRAP));
        fault(report, "a single step through REP INSB at " + where + " stops", outcome, ExceptionVector.DEBUG, 0);
        report.equal("a single step through REP INSB at " + where + " stops behind the first element", 2, outcome.get(GeneralRegister.RCX));
        report.equal("a single step through REP INSB at " + where + " is told in DR6", DEBUG_STEP, Processor.readDr6() & DEBUG_STEP);
        Processor.writeDr6(0);
    }

    /** Port accesses of user programs need IOPL; their memory is the user's. */
    private static void users(Report report, String where, int port) {
        UserMode.install();
        GuestPages.map(ABSENT_PAGE, GuestPages.PRESENT | GuestPages.WRITABLE);
        Registers closed = registers(port, GuestPages.address(FIRST_PAGE), 0);
        report.equal("INSB of a user program without IOPL at " + where, Trial.ending(ExceptionVector.GENERAL_PROTECTION.number(), 0, 0),
                UserMode.ending(UserMode.run(USER_INSB, closed)));
        Registers open = registers(port, GuestPages.address(FIRST_PAGE), 0).flags(Registers.FLAGS | Rflags.IO_PRIVILEGE);
        report.equal("INSB of a user program with IOPL at " + where, Trial.ending(ExceptionVector.BREAKPOINT.number(), 2, 0),
                UserMode.ending(UserMode.run(USER_INSB, open)));
        Registers foreign = registers(port, GuestPages.address(ABSENT_PAGE), 0).flags(Registers.FLAGS | Rflags.IO_PRIVILEGE);
        report.equal("INSB of a user program to the kernel's page at " + where,
                Trial.ending(ExceptionVector.PAGE_FAULT.number(), 0, PageAccess.WRITE | PageAccess.USER | PageAccess.PRESENT),
                UserMode.ending(UserMode.run(USER_INSB, foreign)));
        UserMode.remove();
    }

    private static void fault(Report report, String what, Outcome outcome, ExceptionVector exception, long errorCode) {
        report.equal(what, Trial.ending(exception.number(), 0, errorCode), Trial.ending(outcome));
    }

    private static Outcome run(Snippet snippet, int port, long memory, long count) {
        return snippet.run(registers(port, memory, count));
    }

    private static Registers registers(int port, long memory, long count) {
        return new Registers().set(GeneralRegister.RDX, port).set(GeneralRegister.RSI, memory).set(GeneralRegister.RDI, memory)
                .set(GeneralRegister.RCX, count);
    }

    private static void fill(long place) {
        Address.of(place).store(FILL);
    }

    private static long load(long place) {
        return Address.of(place).loadLong();
    }
}
