/** The measuring guest in 64-bit mode: executes each kind of exit many times between two readings of the time-stamp counter, and reports. */
package org.peaberry.bench.exits;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.peaberry.compiler.encode.Assembler;
import org.peaberry.compiler.encode.ConditionCode;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Label;
import org.peaberry.compiler.encode.MemoryOperand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;

/** The best of some rounds counts: in the others a timer of the hypervisor's may have run. */
final class MeasuringCode {
    static final int REPETITIONS = 256;
    private static final int ROUNDS = 8;
    private static final int CONSOLE_IO = 18;       // Xen: public/xen.h, __HYPERVISOR_*
    private static final int XEN_VERSION = 17;
    private static final int SCHED_OP = 29;
    private static final int SHUTDOWN = 2;          // Xen: public/sched.h, SCHEDOP_shutdown
    private static final int STUB_BYTES = 32;
    private static final int HYPERCALL_PAGE_MSR = 0x4000_0000;
    private static final int HEX_DIGITS = 16;
    private static final int DIGIT_BITS = 4;

    private final Assembler code = new Assembler();
    private final Label emptyStub = new Label();

    private MeasuringCode() {
    }

    /** Puts code and data into the guest's content, which starts at {@link GuestLayout#BASE}. */
    static void write(ByteBuffer content) {
        content.position(GuestLayout.LONG_MODE - GuestLayout.BASE).put(new MeasuringCode().assemble());
        content.position(GuestLayout.DIGITS - GuestLayout.BASE).put("0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1));
    }

    private byte[] assemble() {
        load(Register.RSP, GuestLayout.STACK_TOP);
        load(Register.RCX, HYPERCALL_PAGE_MSR);
        load(Register.RAX, GuestLayout.HYPERCALL_PAGE);
        load(Register.RDX, 0);
        code.zo(Form.WRMSR);
        for (ExitKind kind : ExitKind.values()) {
            measure(kind);
            report(kind);
        }
        load(Register.RDI, SHUTDOWN);
        load(Register.RSI, GuestLayout.SHUTDOWN_REASON);
        hypercall(SCHED_OP);
        code.bind(emptyStub);
        load(Register.RAX, XEN_VERSION);
        nop();
        code.zo(Form.RET);
        return code.finish();
    }

    /** Leaves the ticks of the best round in R14. */
    private void measure(ExitKind kind) {
        Label round = new Label();
        Label again = new Label();
        code.moveImmediate(Register.R14, -1);
        load(Register.R15, ROUNDS);
        code.bind(round);
        load(Register.R12, REPETITIONS);
        readCounter();
        code.rm(Form.MOV_RM, Width.QUAD, Register.R13, Register.RAX);
        code.bind(again);
        if (kind.isCall()) {
            call(kind);
        } else {
            askProcessor(kind);
        }
        repeat(Register.R12, again);
        readCounter();
        code.rm(Form.SUB_RM, Width.QUAD, Register.RAX, Register.R13);
        code.rm(Form.CMP_RM, Width.QUAD, Register.RAX, Register.R14);
        code.conditionalMove(ConditionCode.B, Width.QUAD, Register.R14, Register.RAX);
        repeat(Register.R15, round);
    }

    private void askProcessor(ExitKind kind) {
        load(Register.RAX, kind.leaf());
        load(Register.RCX, 0);
        if (kind.isBase()) {
            nop();
        } else {
            code.zo(Form.CPUID);
        }
    }

    /** Command 0 of xen_version: the version's number, in RAX. */
    private void call(ExitKind kind) {
        load(Register.RDI, 0);
        if (kind.isBase()) {
            code.loadAddress(Register.RAX, emptyStub);
        } else {
            load(Register.RAX, stub(XEN_VERSION));
        }
        code.m(Form.CALL_M, Width.DOUBLE, Register.RAX);
    }

    private void readCounter() {
        code.zo(Form.RDTSC);
        code.mi8(Form.SHL_I8, Width.QUAD, Register.RDX, Integer.SIZE);
        code.rm(Form.OR_RM, Width.QUAD, Register.RAX, Register.RDX);
    }

    /** Writes a line: the kind, and what is in R14, in hexadecimal. */
    private void report(ExitKind kind) {
        byte[] text = ("exit-cost " + kind.tag() + " ").getBytes(StandardCharsets.ISO_8859_1);
        int begin = GuestLayout.LINE_END - HEX_DIGITS - text.length;
        for (int i = 0; i < text.length; i++) {
            code.mi(Form.MOV_I, Width.BYTE, at(begin + i), text[i]);
        }
        code.mi(Form.MOV_I, Width.BYTE, at(GuestLayout.LINE_END), '\n');
        writeNumber();
        load(Register.RDI, 0);
        load(Register.RSI, GuestLayout.LINE_END + 1 - begin);
        load(Register.RDX, begin);
        hypercall(CONSOLE_IO);
    }

    private void writeNumber() {
        Label digit = new Label();
        load(Register.RDI, GuestLayout.LINE_END - 1);
        load(Register.RCX, HEX_DIGITS);
        code.bind(digit);
        code.rm(Form.MOV_RM, Width.DOUBLE, Register.RAX, Register.R14);
        code.mi8(Form.AND_I8, Width.DOUBLE, Register.RAX, HEX_DIGITS - 1);
        code.rm(Form.MOVZX_B, Width.DOUBLE, Register.RAX, MemoryOperand.of(Register.RAX, GuestLayout.DIGITS));
        code.rm(Form.MOV_MR, Width.BYTE, Register.RAX, MemoryOperand.of(Register.RDI, 0));
        code.m(Form.DEC, Width.DOUBLE, Register.RDI);
        code.mi8(Form.SHR_I8, Width.QUAD, Register.R14, DIGIT_BITS);
        repeat(Register.RCX, digit);
    }

    private void repeat(Register counter, Label from) {
        code.m(Form.DEC, Width.DOUBLE, counter);
        code.jump(ConditionCode.NE, from);
    }

    private void hypercall(int number) {
        load(Register.RAX, stub(number));
        code.m(Form.CALL_M, Width.DOUBLE, Register.RAX);
    }

    private static int stub(int number) {
        return GuestLayout.HYPERCALL_PAGE + number * STUB_BYTES;
    }

    private void nop() {
        code.rm(Form.MOV_RM, Width.QUAD, Register.RBX, Register.RBX);
    }

    private void load(Register register, int value) {
        code.moveImmediate(register, Integer.toUnsignedLong(value));
    }

    private static MemoryOperand at(int address) {
        return new MemoryOperand(null, null, 0, address, null, false);
    }
}
