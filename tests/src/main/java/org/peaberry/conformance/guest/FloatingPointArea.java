/** Exceptions of the x87 and SIMD units, and of their switches in the control registers. Intel SDM vol. 3, section 2.5 and chapter 13. */
package org.peaberry.conformance.guest;

import static org.peaberry.arch.trap.ExceptionVector.*;
import static org.peaberry.conformance.guest.Code.code;

import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.runtime.unboxed.Address;

final class FloatingPointArea extends Area {
    /** x87 control word: all exceptions masked but division by zero. Intel SDM vol. 1, section 8.1.5. */
    private static final short UNMASKED_DIVISION = 0x037B;
    /** MXCSR, likewise, and as it is after reset. Intel SDM vol. 1, section 10.2.3. */
    private static final int SIMD_UNMASKED_DIVISION = 0x1D80;
    private static final int SIMD_MASKED = 0x1F80;
    private static final long UNITS = Cr0.MONITOR_COPROCESSOR | Cr0.EMULATION | Cr0.TASK_SWITCHED | Cr0.NUMERIC_ERROR;
    private static final long NORMAL = Cr0.MONITOR_COPROCESSOR | Cr0.NUMERIC_ERROR;

    private static final Trial X87_SWITCHED = Trial.of("x87 with CR0.TS raises #NM", DEVICE_NOT_AVAILABLE, code().bytes(Op.FLD1));
    private static final Trial SIMD_SWITCHED = Trial.of("SSE with CR0.TS raises #NM", DEVICE_NOT_AVAILABLE, code().bytes(Op.CLEAR_XMM1));
    private static final Trial WAIT_SWITCHED = Trial.of("WAIT with CR0.TS and CR0.MP raises #NM", DEVICE_NOT_AVAILABLE, code().bytes(Op.WAIT));
    private static final Trial WAIT_WITHOUT_MP = Trial.completes("WAIT with CR0.TS alone runs", code().bytes(Op.WAIT));
    private static final Trial CLEARED = Trial.completes("after CLTS x87 runs", code().bytes(0x0F, 0x06).bytes(Op.FNINIT).bytes(Op.FLD1));
    private static final Trial X87_EMULATED = Trial.of("x87 with CR0.EM raises #NM", DEVICE_NOT_AVAILABLE, code().bytes(Op.FLD1));
    private static final Trial SIMD_EMULATED = Trial.of("SSE with CR0.EM raises #UD", INVALID_OPCODE, code().bytes(Op.CLEAR_XMM1));
    private static final Trial SIMD_WITHOUT_SYSTEM = Trial.of("SSE without CR4.OSFXSR raises #UD", INVALID_OPCODE, code().bytes(Op.CLEAR_XMM1));
    private static final Trial X87_ERROR = Trial.of("an x87 error raises #MF at the next instruction that waits", FLOATING_POINT,
            code().bytes(Op.FNINIT).bytes(Op.FLDCW_RBX).bytes(Op.FLD1).bytes(Op.FLDZ).bytes(Op.FDIVP).nops(2).mark().bytes(Op.WAIT));
    private static final Trial SIMD_ERROR = Trial.of("a SIMD error raises #XM", SIMD_FLOATING_POINT, division());
    private static final Trial SIMD_ERROR_UNSUPPORTED = Trial.of("a SIMD error without CR4.OSXMMEXCPT raises #UD", INVALID_OPCODE, division());
    private static final Snippet RESET_SIMD = code().bytes(Op.LDMXCSR_RBX).bytes(Op.FNINIT).snippet();
    /** inc dword [rbx]. */
    private static final FarCode CHANGE = FarCode.of(code().nops(1).bytes(0xFF, 0x03));

    private static Code division() {
        return code().bytes(Op.LDMXCSR_RBX).bytes(Op.MOVUPS_RBX).bytes(Op.CLEAR_XMM1).mark().bytes(Op.DIVPS);
    }

    @Override
    String name() {
        return "floatingpoint";
    }

    @Override
    void run(Report report) {
        long cr0 = Processor.readCr0();
        long cr4 = Processor.readCr4();
        Processor.writeCr4(cr4 | Cr4.OS_FXSAVE | Cr4.OS_SIMD_EXCEPTIONS);
        with(report, NORMAL | Cr0.TASK_SWITCHED, X87_SWITCHED);
        with(report, NORMAL | Cr0.TASK_SWITCHED, SIMD_SWITCHED);
        with(report, NORMAL | Cr0.TASK_SWITCHED, WAIT_SWITCHED);
        with(report, Cr0.NUMERIC_ERROR | Cr0.TASK_SWITCHED, WAIT_WITHOUT_MP);
        with(report, NORMAL | Cr0.TASK_SWITCHED, CLEARED);
        with(report, NORMAL | Cr0.EMULATION, X87_EMULATED);
        with(report, NORMAL | Cr0.EMULATION, SIMD_EMULATED);
        errors(report);
        Processor.writeCr4(cr4 & ~Cr4.OS_FXSAVE);
        with(report, NORMAL, SIMD_WITHOUT_SYSTEM);
        Processor.writeCr4(cr4);
        Processor.writeCr0(cr0);
        alignment(report);
    }

    private static void errors(Report report) {
        Registers registers = new Registers().set(GeneralRegister.RBX, TestMemory.OPERAND);
        Address operand = Address.of(TestMemory.OPERAND);
        operand.store((int) UNMASKED_DIVISION);
        with(NORMAL);
        X87_ERROR.run(report, registers);
        operand.store(SIMD_UNMASKED_DIVISION);
        SIMD_ERROR.run(report, registers);
        Processor.writeCr4(Processor.readCr4() & ~Cr4.OS_SIMD_EXCEPTIONS);
        SIMD_ERROR_UNSUPPORTED.run(report, registers);
        Processor.writeCr4(Processor.readCr4() | Cr4.OS_SIMD_EXCEPTIONS);
        operand.store(SIMD_MASKED);
        RESET_SIMD.run(registers);
    }

    /** #AC comes from user programs only. Intel SDM vol. 3, section 6.15, interrupt 17. */
    private static void alignment(Report report) {
        UserMode.install();
        long cr0 = Processor.readCr0();
        Processor.writeCr0(cr0 | Cr0.ALIGNMENT_MASK);
        unaligned(report, "an unaligned access with CR0.AM and RFLAGS.AC raises #AC", Rflags.ALIGNMENT_CHECK, ALIGNMENT_CHECK.number(), 1);
        unaligned(report, "an unaligned access with CR0.AM alone runs", 0, BREAKPOINT.number(), CHANGE.length() + 1);
        Processor.writeCr0(cr0);
        unaligned(report, "an unaligned access with RFLAGS.AC alone runs", Rflags.ALIGNMENT_CHECK, BREAKPOINT.number(), CHANGE.length() + 1);
        UserMode.remove();
    }

    private static void unaligned(Report report, String what, long flags, int vector, int offset) {
        Registers registers = new Registers().set(GeneralRegister.RBX, GuestPages.address(UserMode.STACK_PAGE) + 1);
        Outcome outcome = UserMode.run(CHANGE, registers.flags(Registers.FLAGS | flags));
        report.equal(what, Trial.ending(vector, offset, 0), UserMode.ending(outcome));
    }

    private static void with(Report report, long units, Trial trial) {
        with(units);
        trial.run(report);
        with(NORMAL);
    }

    private static void with(long units) {
        Processor.writeCr0(Processor.readCr0() & ~UNITS | units);
    }
}
