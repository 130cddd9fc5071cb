/** SYSCALL, SYSRET, SWAPGS and RDTSCP between a program and its kernel. Intel SDM vol. 2B, SYSCALL and SYSRET. */
package org.peaberry.conformance.guest;

import static org.peaberry.arch.trap.ExceptionVector.*;
import static org.peaberry.conformance.guest.Code.code;

import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.cpu.Selector;
import org.peaberry.compiler.encode.Form;

final class SystemCallArea extends Area {
    private static final int KERNEL_SHIFT = 32;
    private static final int USER_SHIFT = 48;
    private static final long BREAKPOINT_HERE = TestMemory.OPERAND + 0x100;
    private static final long PATTERN = 0xffff_9000_0000_0000L;
    private static final long TSC_AUX = 0x1234_5678;

    private static final Code CALL = code().nops(1).form(Form.SYSCALL).mark();
    private static final FarCode CALL_OF_USER = FarCode.of(CALL);
    private static final Trial SWITCHED_OFF = Trial.of("SYSCALL without EFER.SCE raises #UD", INVALID_OPCODE, code().nops(1).mark().form(Form.SYSCALL));
    private static final FarCode LANDING = FarCode.of(code());
    private static final Snippet RETURN = code().bytes(Op.SYSRETQ).snippet();
    private static final Snippet SWAP = code().form(Form.SWAPGS).snippet();
    private static final Snippet TIME = code().form(Form.RDTSCP).snippet();

    @Override
    String name() {
        return "systemcalls";
    }

    @Override
    void run(Report report) {
        long efer = Processor.readMsr(Msr.EFER);
        Processor.writeMsr(Msr.EFER, efer & ~Efer.SYSTEM_CALL);
        SWITCHED_OFF.run(report);
        Processor.writeMsr(Msr.EFER, efer | Efer.SYSTEM_CALL);
        Processor.writeMsr(Msr.STAR, (long) Selector.CODE << KERNEL_SHIFT | (long) (Segments.USER_CODE_32 | Segments.USER) << USER_SHIFT);
        Processor.writeMsr(Msr.LSTAR, BREAKPOINT_HERE);
        Processor.writeMsr(Msr.SYSTEM_CALL_MASK, Rflags.CARRY | Rflags.DIRECTION);
        UserMode.install();
        call(report);
        returns(report);
        UserMode.remove();
        Processor.writeMsr(Msr.EFER, efer);
        swap(report);
        processorId(report);
    }

    private static void call(Report report) {
        LANDING.putAt(BREAKPOINT_HERE);
        long flags = Registers.FLAGS | Rflags.CARRY | Rflags.ZERO;
        Outcome outcome = UserMode.run(CALL_OF_USER, new Registers().flags(flags));
        report.check("SYSCALL arrives at LSTAR", outcome.is(BREAKPOINT) && FarCode.offsetFrom(BREAKPOINT_HERE, outcome) == 1);
        report.equal("SYSCALL leaves the way back in RCX", GuestPages.address(UserMode.CODE_PAGE) + CALL.markOffset(), outcome.get(GeneralRegister.RCX));
        report.equal("SYSCALL leaves the flags in R11", flags, outcome.get(GeneralRegister.R11) & ~Rflags.RESUME);
        report.equal("SYSCALL clears the masked flags", flags & ~Rflags.CARRY, outcome.registers().flags() & ~Rflags.RESUME);
        report.equal("SYSCALL loads the kernel's code segment", Selector.CODE, outcome.codeSelector());
    }

    private static void returns(Report report) {
        long place = GuestPages.address(UserMode.CODE_PAGE);
        LANDING.putAt(place);
        Registers registers = new Registers().set(GeneralRegister.RCX, place).set(GeneralRegister.R11, Registers.FLAGS | Rflags.ZERO);
        Outcome outcome = RETURN.run(registers);
        report.check("SYSRET arrives at RCX", outcome.is(BREAKPOINT) && FarCode.offsetFrom(place, outcome) == 1);
        report.equal("SYSRET loads the user's code segment", Segments.USER_CODE | Segments.USER, outcome.codeSelector());
        report.equal("SYSRET loads the flags from R11", Registers.FLAGS | Rflags.ZERO, outcome.registers().flags() & ~Rflags.RESUME);
    }

    private static void swap(Report report) {
        long before = Processor.readMsr(Msr.GS_BASE);
        Processor.writeMsr(Msr.KERNEL_GS_BASE, before + 16);
        SWAP.run();
        long kernel = Processor.readMsr(Msr.KERNEL_GS_BASE);
        long now = Processor.readMsr(Msr.GS_BASE);
        Processor.writeMsr(Msr.GS_BASE, before);
        report.check("SWAPGS exchanges the two bases", now == before + 16 && kernel == before);
        Processor.writeMsr(Msr.KERNEL_GS_BASE, PATTERN);
        report.equal("the exchanged base is written as usual", PATTERN, Processor.readMsr(Msr.KERNEL_GS_BASE));
        Processor.writeMsr(Msr.KERNEL_GS_BASE, 0);
    }

    private static void processorId(Report report) {
        if (!Cpuid.has(CpuFeature.RDTSCP)) {
            report.skip("RDTSCP tells TSC_AUX", "no RDTSCP");
            return;
        }
        Processor.writeMsr(Msr.TSC_AUX, TSC_AUX);
        report.equal("RDTSCP tells TSC_AUX", TSC_AUX, TIME.run().get(GeneralRegister.RCX));
    }
}
