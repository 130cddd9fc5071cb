/** When a pending interrupt arrives: behind STI's and MOV SS's shadow, with exits in it, at HLT. Intel SDM vol. 3, section 6.8. */
package org.peaberry.conformance.guest;

import static org.peaberry.arch.trap.ExceptionVector.*;
import static org.peaberry.conformance.guest.Code.code;
import static org.peaberry.conformance.guest.Gates.ARRIVAL;

import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.cpu.Selector;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;

/** The interrupt is pending before the code begins, which has interrupts off. */
final class ShadowArea extends Area {
    private static final int WITH_INTERRUPTS = 0x202;
    /** out 0x80, al: the port of power-on self-test codes. */
    private static final int[] OUT = {0xE6, 0x80};
    /** A register of the local APIC: its version. */
    private static final long DEVICE = SelfInterrupt.APIC + 0x30;

    private static final Trial[] TRIALS = {
        arrives("STI holds an interrupt off for one instruction", code().form(Form.STI).nops(1).mark().nops(2)),
        arrives("a second STI holds it off no longer", code().form(Form.STI).form(Form.STI).mark().nops(2)),
        arrives("an interrupt ends HLT behind STI", code().form(Form.STI).form(Form.HLT).mark().nops(2)),
        arrives("CPUID in the shadow ends it", code().form(Form.STI).form(Form.CPUID).mark().nops(2)),
        arrives("OUT in the shadow ends it", code().form(Form.STI).bytes(OUT).mark().nops(2)),
        arrives("RDMSR in the shadow ends it", code().load(Register.RCX, Msr.APIC_BASE).form(Form.STI).form(Form.RDMSR).mark().nops(2)),
        arrives("a read of a device in the shadow ends it",
                code().load(Register.RBX, DEVICE).form(Form.STI).memory(Form.MOV_RM, Width.DOUBLE, Register.RAX, Register.RBX, 0).mark().nops(2)),
        arrives("a first touch of a page in the shadow ends it",
                code().load(Register.RBX, TestMemory.OPERAND).form(Form.STI).load(Register.RAX, Register.RBX, 0).mark().nops(2)),
        arrives("POPF that sets IF has no shadow",
                code().load(Register.RAX, WITH_INTERRUPTS).push(Register.RAX).form(Form.POPFQ).mark().nops(2)),
        arrives("IRET that sets IF has no shadow", code().move(Register.RCX, Register.RSP).load(Register.RAX, Selector.DATA).push(Register.RAX)
                .push(Register.RCX).load(Register.RAX, WITH_INTERRUPTS).push(Register.RAX).load(Register.RAX, Selector.CODE).push(Register.RAX)
                .address(Register.RAX, "next").push(Register.RAX).form(Form.IRETQ).label("next").mark().nops(2)),
    };
    private static final Trial CLOSED_AGAIN = Trial.completes("CLI in STI's shadow keeps the interrupt out", code().form(Form.STI).form(Form.CLI).nops(4));
    private static final Trial EXCEPTION_FIRST = Trial.of("an exception in the shadow comes before the interrupt", INVALID_OPCODE,
            code().form(Form.STI).mark().form(Form.UD2));
    private static final Trial EXIT_EXCEPTION_FIRST = Trial.of("an exception of a forbidden register in the shadow comes before the interrupt",
            GENERAL_PROTECTION, code().load(Register.RCX, 0xDEAD).form(Form.STI).mark().form(Form.RDMSR));
    private static final Trial NOT_LOST = arrives("and the interrupt is not lost", code().form(Form.STI).nops(1).mark().nops(2));
    private static final Trial NOT_LOST_EITHER = arrives("nor is it lost then", code().form(Form.STI).nops(1).mark().nops(2));
    private static final Trial HIGHER = Trial.of("the interrupt of the higher vector comes first", HYPERVISOR_INJECTION,
            code().form(Form.STI).nops(1).mark().nops(2));
    private static final Trial LOWER = arrives("and after it the other one", code().form(Form.STI).nops(1).mark().nops(2));
    private static final Trial STEP = Trial.of("a single step ends behind one instruction", DEBUG, code().nops(1).mark().nops(2));
    private static final Trial STEP_BEHIND_STACK = Trial.of("a single step is held off behind MOV SS", DEBUG,
            code().bytes(Op.MOV_SS_EAX).nops(1).mark().nops(2));
    private static final Trial STEP_BEHIND_STACK_AND_EXIT = Trial.of("a single step is held off behind MOV SS and CPUID", DEBUG,
            code().bytes(Op.MOV_SS_EAX).form(Form.CPUID).mark().nops(2));

    private static Trial arrives(String what, Code code) {
        return Trial.of(what, ARRIVAL, code);
    }

    @Override
    String name() {
        return "shadow";
    }

    @Override
    void run(Report report) {
        SelfInterrupt.enable();
        Gates.showAs(SelfInterrupt.VECTOR, ARRIVAL);
        Gates.showAs(SelfInterrupt.HIGHER_VECTOR, HYPERVISOR_INJECTION);
        for (Trial trial : TRIALS) {
            interrupted(report, trial);
        }
        SelfInterrupt.send(SelfInterrupt.VECTOR);
        CLOSED_AGAIN.run(report);
        EXCEPTION_FIRST.run(report);
        finish(report, NOT_LOST);
        SelfInterrupt.send(SelfInterrupt.VECTOR);
        EXIT_EXCEPTION_FIRST.run(report);
        finish(report, NOT_LOST_EITHER);
        SelfInterrupt.send(SelfInterrupt.VECTOR);
        SelfInterrupt.send(SelfInterrupt.HIGHER_VECTOR);
        finish(report, HIGHER);
        finish(report, LOWER);
        Gates.restore(SelfInterrupt.VECTOR);
        Gates.restore(SelfInterrupt.HIGHER_VECTOR);
        steps(report);
    }

    private static void interrupted(Report report, Trial trial) {
        SelfInterrupt.send(SelfInterrupt.VECTOR);
        finish(report, trial);
    }

    private static void finish(Report report, Trial trial) {
        trial.run(report);
        SelfInterrupt.endOfInterrupt();
    }

    private static void steps(Report report) {
        Registers registers = new Registers().flags(Registers.FLAGS | Rflags.TRAP).set(GeneralRegister.RAX, Selector.DATA);
        STEP.run(report, registers);
        STEP_BEHIND_STACK.run(report, registers);
        STEP_BEHIND_STACK_AND_EXIT.run(report, registers);
    }
}
