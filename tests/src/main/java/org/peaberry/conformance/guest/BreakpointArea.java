/** Breakpoints of the debug registers on instructions, data and ports. Intel SDM vol. 3, sections 17.2 and 17.3. */
package org.peaberry.conformance.guest;

import static org.peaberry.arch.trap.ExceptionVector.*;
import static org.peaberry.conformance.guest.Code.code;

import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Register;

final class BreakpointArea extends Area {
    private static final long DR6_ONES = 0xFFFF_0FF0L;
    private static final long CAUSES = 0xF | 1 << 13 | 1 << 14;
    private static final long FIRST = 1;
    /** DR7: the first breakpoint on; kind in bits 16 and 17, length less one in bits 18 and 19. */
    private static final long OFF = 1 << 10;
    private static final long ON = OFF | 1 << 0;
    private static final long WRITES = 1 << 16;
    private static final long PORTS = 2 << 16;
    private static final long ACCESSES = 3 << 16;
    private static final int LENGTH_SHIFT = 18;
    private static final long ONE_BYTE = 0;
    private static final long TWO_BYTES = 1L << LENGTH_SHIFT;
    private static final long FOUR_BYTES = 3L << LENGTH_SHIFT;
    private static final long EIGHT_BYTES = 2L << LENGTH_SHIFT;
    private static final int PORT = 0x80;
    private static final long OPERAND = TestMemory.OPERAND + 8;

    private static final Trial EXECUTED = Trial.of("a breakpoint stops before its instruction", DEBUG, code().nops(1).mark().nops(2));
    private static final Trial EXECUTED_EXIT = Trial.of("a breakpoint stops before CPUID", DEBUG, code().nops(1).mark().form(Form.CPUID));
    private static final Trial RESUMED = Trial.completes("RF passes over a breakpoint", code().nops(3));
    private static final Trial WRITTEN = Trial.of("a breakpoint on writes stops behind a write", DEBUG, write());
    private static final Trial WRITTEN_OVER = Trial.of("a breakpoint on one byte stops behind a write over it", DEBUG, write());
    private static final Trial READ = Trial.of("a breakpoint on accesses stops behind a read", DEBUG, read().mark().nops(2));
    private static final Trial BYTE_WRITTEN = Trial.of("a breakpoint on two bytes stops behind a write to the second", DEBUG, writeByte().mark().nops(2));
    private static final Trial LAST_BYTE_WRITTEN = Trial.of("a breakpoint on four bytes stops behind a write to the last", DEBUG,
            writeByte().mark().nops(2));
    private static final Trial STRING_WRITTEN = Trial.of("a breakpoint on data stops a string instruction after the element", DEBUG,
            code().mark().form(Form.REP_STOSQ).nops(1));
    private static final Trial BEFORE_CPUID = Trial.of("a breakpoint on data stops before an instruction that exits", DEBUG,
            read().mark().form(Form.CPUID).nops(1));
    private static final Trial READ_PASSES = Trial.completes("a breakpoint on writes lets reads pass", read().nops(2));
    private static final Trial NEIGHBOUR_PASSES = Trial.completes("a breakpoint on four bytes lets a write to the next pass", writeByte().nops(2));
    private static final Trial OUT = Trial.of("a breakpoint on a port stops behind OUT", DEBUG, code().bytes(0xE6, PORT).mark().nops(2));
    private static final Trial IN = Trial.of("a breakpoint on a port stops behind IN", DEBUG, code().bytes(0xE4, PORT).mark().nops(2));
    private static final Trial OTHER_PORT = Trial.completes("a breakpoint on a port ignores the others", code().bytes(0xE4, PORT + 1).nops(2));

    private static Code write() {
        return code().store(Register.RBX, 0, Register.RAX).mark().nops(2);
    }

    private static Code read() {
        return code().load(Register.RAX, Register.RBX, 0);
    }

    /** mov [rbx], al. */
    private static Code writeByte() {
        return code().bytes(0x88, 0x03);
    }

    @Override
    String name() {
        return "breakpoints";
    }

    @Override
    void run(Report report) {
        instructions(report);
        data(report);
        Processor.writeCr4(Processor.readCr4() | Cr4.DEBUGGING_EXTENSIONS);
        at(PORT, ON | PORTS);
        stopped(report, OUT);
        at(PORT, ON | PORTS);
        stopped(report, IN);
        at(PORT, ON | PORTS);
        passed(report, OTHER_PORT, new Registers());
        Processor.writeCr4(Processor.readCr4() & ~Cr4.DEBUGGING_EXTENSIONS);
    }

    private static void instructions(Report report) {
        at(GuestMemory.SNIPPET + 1, ON);
        stopped(report, EXECUTED);
        at(GuestMemory.SNIPPET + 1, ON);
        stopped(report, EXECUTED_EXIT);
        at(GuestMemory.SNIPPET, ON);
        passed(report, RESUMED, new Registers().flags(Registers.FLAGS | Rflags.RESUME));
    }

    /** The operand is in the middle of 16 aligned bytes. */
    private static void data(Report report) {
        data(report, WRITES | EIGHT_BYTES, 0, WRITTEN);
        data(report, WRITES | ONE_BYTE, 7, WRITTEN_OVER);
        data(report, ACCESSES | EIGHT_BYTES, 0, READ);
        data(report, WRITES | TWO_BYTES, -2, BYTE_WRITTEN);
        data(report, WRITES | FOUR_BYTES, -4, LAST_BYTE_WRITTEN);
        data(report, ACCESSES | EIGHT_BYTES, 0, STRING_WRITTEN);
        data(report, ACCESSES | EIGHT_BYTES, 0, BEFORE_CPUID);
        at(OPERAND, ON | WRITES | EIGHT_BYTES);
        passed(report, READ_PASSES, atOperand(0));
        at(OPERAND - Integer.BYTES, ON | WRITES | FOUR_BYTES);
        passed(report, NEIGHBOUR_PASSES, atOperand(0));
    }

    private static void data(Report report, long kind, int distance, Trial trial) {
        at(OPERAND + distance, ON | kind);
        stopped(report, trial, atOperand(distance < 0 ? -1 : 0));
    }

    private static Registers atOperand(int distance) {
        return new Registers().set(GeneralRegister.RBX, OPERAND + distance).set(GeneralRegister.RDI, OPERAND + distance)
                .set(GeneralRegister.RCX, 2);
    }

    private static void stopped(Report report, Trial trial) {
        stopped(report, trial, new Registers());
    }

    /** The breakpoint is off before the report, which may run code where it is. */
    private static void stopped(Report report, Trial trial, Registers registers) {
        Outcome outcome = trial.execute(registers);
        off();
        long cause = Processor.readDr6() & CAUSES;
        trial.judge(report, outcome);
        report.equal(trial.what + " and is told in DR6", FIRST, cause);
    }

    private static void passed(Report report, Trial trial, Registers registers) {
        Outcome outcome = trial.execute(registers);
        off();
        trial.judge(report, outcome);
    }

    private static void at(long address, long control) {
        Processor.writeDr6(DR6_ONES);
        Processor.writeDr0(address);
        Processor.writeDr7(control);
    }

    private static void off() {
        Processor.writeDr7(OFF);
    }
}
