/** Debug registers, breakpoints and single steps, also over instructions that a hypervisor executes. Intel SDM vol. 3, chapter 17. */
package org.peaberry.conformance.guest;

import static org.peaberry.arch.trap.ExceptionVector.*;
import static org.peaberry.conformance.guest.Code.code;

import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;
import org.peaberry.runtime.unboxed.Address;

final class DebugArea extends Area {
    /** DR6: what always reads as one, and the causes. */
    private static final long DR6_ONES = 0xFFFF_0FF0L;
    private static final long CAUSES = 0xF | 1 << 13 | 1 << 14;
    private static final long REGISTER_ACCESS = 1 << 13;
    private static final long SINGLE_STEP = 1 << 14;
    /** DR7: what always reads as one, and general detect. */
    private static final long DR7_ONE = 1 << 10;
    private static final long GENERAL_DETECT = 1 << 13;
    private static final long BEYOND_32_BITS = 1L << 32;
    private static final long PATTERN = 0x0000_1234_5678_9ABCL;

    private static final Trial[] STEPS = {
        step("NOP", code().nops(1).mark().nops(1)),
        step("CPUID", code().form(Form.CPUID).mark().nops(1)),
        step("OUT", code().bytes(0xE6, 0x80).mark().nops(1)),
        step("IN", code().bytes(0xE4, 0x61).mark().nops(1)),
        step("RDMSR", code().form(Form.RDMSR).mark().nops(1)),
        step("WBINVD", code().form(Form.WBINVD).mark().nops(1)),
        step("PAUSE", code().form(Form.PAUSE).mark().nops(1)),
        step("MOV to CR8", code().bytes(0x44, 0x0F, 0x22, 0xC0).mark().nops(1)),
        step("a read of a device", code().memory(Form.MOV_RM, Width.DOUBLE, Register.RAX, Register.RBX, 0).mark().nops(1)),
        step("PUSH", code().push(Register.RDX).mark().form(Form.POPFQ).nops(1)),
    };
    private static final Snippet PUSHED = code().form(Form.PUSHFQ).nops(1).snippet();
    private static final Trial UNDEFINED = Trial.of("an exception comes before the single step", INVALID_OPCODE, code().mark().form(Form.UD2));
    private static final Trial FORBIDDEN = Trial.of("a forbidden register's #GP comes before the single step", GENERAL_PROTECTION,
            code().mark().form(Form.WRMSR));
    private static final Trial GATED = Trial.of("general detect catches a MOV from DR", DEBUG, code().nops(1).mark().system(Form.MOV_FROM_DR, 0, Register.RAX));
    private static final Trial UPPER_DR6 = Trial.of("upper bits of DR6 raise #GP", GENERAL_PROTECTION, code().mark().system(Form.MOV_TO_DR, 6, Register.RAX));
    private static final Trial UPPER_DR7 = Trial.of("upper bits of DR7 raise #GP", GENERAL_PROTECTION, code().mark().system(Form.MOV_TO_DR, 7, Register.RAX));
    private static final Trial ALIAS = Trial.completes("without CR4.DE there is a DR4", code().system(Form.MOV_FROM_DR, 4, Register.RCX)
            .system(Form.MOV_FROM_DR, 5, Register.RDX));
    private static final Trial NO_ALIAS = Trial.of("with CR4.DE there is no DR4", INVALID_OPCODE, code().mark().system(Form.MOV_FROM_DR, 4, Register.RCX));

    private static Trial step(String what, Code code) {
        return Trial.of("a single step ends behind " + what, DEBUG, code);
    }

    @Override
    String name() {
        return "debug";
    }

    @Override
    void run(Report report) {
        registers(report);
        aliases(report);
        steps(report);
        Processor.writeDr6(DR6_ONES);
        Processor.writeDr7(DR7_ONE | GENERAL_DETECT);
        GATED.run(report);
        report.equal("general detect is told in DR6", REGISTER_ACCESS, Processor.readDr6() & CAUSES);
        report.equal("general detect is off in its handler", DR7_ONE, Processor.readDr7());
        Processor.writeDr6(DR6_ONES);
    }

    private static void registers(Report report) {
        Processor.writeDr0(PATTERN);
        Processor.writeDr1(PATTERN + 1);
        Processor.writeDr2(PATTERN + 2);
        Processor.writeDr3(PATTERN + 3);
        report.equal("DR0 keeps its value", PATTERN, Processor.readDr0());
        report.equal("DR1 keeps its value", PATTERN + 1, Processor.readDr1());
        report.equal("DR2 keeps its value", PATTERN + 2, Processor.readDr2());
        report.equal("DR3 keeps its value", PATTERN + 3, Processor.readDr3());
        Processor.writeDr6(0);
        report.equal("some bits of DR6 are always set", DR6_ONES, Processor.readDr6());
        Processor.writeDr7(0);
        report.equal("bit 10 of DR7 is always set", DR7_ONE, Processor.readDr7());
        Registers upper = new Registers().set(GeneralRegister.RAX, BEYOND_32_BITS);
        UPPER_DR6.run(report, upper);
        UPPER_DR7.run(report, upper);
    }

    private static void aliases(Report report) {
        Processor.writeCr4(Processor.readCr4() & ~Cr4.DEBUGGING_EXTENSIONS);
        Outcome outcome = ALIAS.run(report);
        report.equal("DR4 is DR6", Processor.readDr6(), outcome.get(GeneralRegister.RCX));
        report.equal("DR5 is DR7", Processor.readDr7(), outcome.get(GeneralRegister.RDX));
        Processor.writeCr4(Processor.readCr4() | Cr4.DEBUGGING_EXTENSIONS);
        NO_ALIAS.run(report);
        Processor.writeCr4(Processor.readCr4() & ~Cr4.DEBUGGING_EXTENSIONS);
    }

    private static void steps(Report report) {
        Registers registers = new Registers().flags(Registers.FLAGS | Rflags.TRAP).set(GeneralRegister.RBX, SelfInterrupt.APIC + 0x30);
        registers.set(GeneralRegister.RCX, Msr.APIC_BASE).set(GeneralRegister.RDX, Registers.FLAGS);
        for (Trial trial : STEPS) {
            Processor.writeDr6(DR6_ONES);
            Outcome outcome = trial.execute(registers);
            long cause = Processor.readDr6() & CAUSES;
            trial.judge(report, outcome);
            report.equal(trial.what + " and is told in DR6", SINGLE_STEP, cause);
        }
        Processor.writeDr6(DR6_ONES);
        UNDEFINED.run(report, registers);
        FORBIDDEN.run(report, registers.set(GeneralRegister.RCX, 0xDEAD));
        Outcome outcome = PUSHED.run(registers);
        report.equal("PUSHF shows TF", Registers.FLAGS | Rflags.TRAP, Address.of(outcome.registers().stackPointer()).loadLong());
        report.check("the saved flags have TF on", (outcome.registers().flags() & Rflags.TRAP) != 0);
    }
}
