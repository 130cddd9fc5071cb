/** Non-maskable interrupts: when they come, and that IRET alone lets in the next one. Intel SDM vol. 3, section 6.7.1. */
package org.peaberry.conformance.guest;

import static org.peaberry.arch.trap.ExceptionVector.NMI;
import static org.peaberry.conformance.guest.Code.code;

import org.peaberry.arch.cpu.Selector;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Width;

final class NonMaskableArea extends Area {
    /** mov [rbx], eax: writes the command register. */
    private static final int[] SEND = {0x89, 0x03};
    private static final Trial AT_ONCE = Trial.of("an NMI to oneself comes behind the instruction that sends it, with interrupts off", NMI,
            code().bytes(SEND).mark().nops(4));
    private static final Trial BEHIND_STACK = Trial.of("an NMI sent behind MOV SS comes behind the instruction that sends it", NMI,
            code().load(Register.RDX, Selector.DATA).bytes(0x8E, 0xD2).bytes(SEND).mark().nops(4));
    /**
     * R10: how many handlers are active; R11: the most that were; R12: how many began. The first sends two more NMIs, of which one is
     * remembered.
     */
    private static final Code NESTED = code().bytes(SEND).nops(4).jump("end")
            .label("handler")
            .bytes(0x49, 0xFF, 0xC2)                                // inc r10
            .register(Form.CMP_RM, Register.R11, Register.R10)
            .bytes(0x4D, 0x0F, 0x42, 0xDA)                          // cmovb r11, r10
            .bytes(0x49, 0xFF, 0xC4)                                // inc r12
            .bytes(0x49, 0x83, 0xFC, 0x01)                          // cmp r12, 1
            .bytes(0x75, 0x08)                                      // jne over the next four instructions
            .bytes(SEND).bytes(SEND).bytes(SEND).bytes(Op.NOP, Op.NOP)
            .memory(Form.MOV_RM, Width.DOUBLE, Register.RDX, Register.RBX, 0)
            .bytes(0x49, 0xFF, 0xCA)                                // dec r10
            .form(Form.IRETQ)
            .label("end");
    private static final int HANDLER = NESTED.offsetOf("handler");
    private static final Snippet NESTED_SNIPPET = NESTED.snippet();

    @Override
    String name() {
        return "nmi";
    }

    @Override
    void run(Report report) {
        SelfInterrupt.enable();
        AT_ONCE.run(report, sending());
        BEHIND_STACK.run(report, sending());
        Gates.leadTo(NMI.number(), GuestMemory.SNIPPET + HANDLER);
        Outcome outcome = NESTED_SNIPPET.run(sending());
        Gates.restore(NMI.number());
        report.check("the handlers of NMIs come back", outcome.completed());
        report.equal("of NMIs that come during the handler one is remembered", 2, outcome.get(GeneralRegister.R12));
        report.equal("an NMI's handler is not interrupted by the next one", 1, outcome.get(GeneralRegister.R11));
    }

    private static Registers sending() {
        return new Registers().set(GeneralRegister.RBX, SelfInterrupt.COMMAND).set(GeneralRegister.RAX, SelfInterrupt.SEND_NMI);
    }
}
