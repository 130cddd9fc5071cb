/** What programs of privilege 3 may not do, and what they may. Intel SDM vol. 3, section 5.9. */
package org.peaberry.conformance.guest;

import static org.peaberry.arch.trap.ExceptionVector.*;
import static org.peaberry.conformance.guest.Code.code;

import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Register;

final class PrivilegeArea extends Area {
    private static final int CLOSED_GATE = 0x30;
    /** In the error code: the selector field names a gate of the interrupt descriptor table. Intel SDM vol. 3, figure 6-7. */
    private static final int IN_IDT = 2;
    private static final int INDEX_SHIFT = 3;

    private static final UserTrial[] FORBIDDEN = {
        forbidden("HLT", 0xF4),
        forbidden("CLI", 0xFA),
        forbidden("STI", 0xFB),
        forbidden("IN", 0xE4, 0x80),
        forbidden("OUT", 0xE6, 0x80),
        forbidden("INSB", 0x6C),
        forbidden("OUTSB", 0x6E),
        forbidden("RDMSR", 0x0F, 0x32),
        forbidden("WRMSR", 0x0F, 0x30),
        forbidden("MOV from CR0", 0x0F, 0x20, 0xC0),
        forbidden("MOV to CR3", 0x0F, 0x22, 0xD8),
        forbidden("MOV from CR8", 0x44, 0x0F, 0x20, 0xC0),
        forbidden("MOV from DR7", 0x0F, 0x21, 0xF8),
        forbidden("MOV to DR0", 0x0F, 0x23, 0xC0),
        forbidden("CLTS", 0x0F, 0x06),
        forbidden("LMSW", 0x0F, 0x01, 0xF0),
        forbidden("LGDT", 0x0F, 0x01, 0x14, 0x24),
        forbidden("LIDT", 0x0F, 0x01, 0x1C, 0x24),
        forbidden("LTR", 0x0F, 0x00, 0xD8),
        forbidden("LLDT", 0x0F, 0x00, 0xD0),
        forbidden("INVLPG", 0x0F, 0x01, 0x3C, 0x24),
        forbidden("INVD", 0x0F, 0x08),
        forbidden("WBINVD", 0x0F, 0x09),
        forbidden("SWAPGS", 0x0F, 0x01, 0xF8),
        forbidden("SYSRET", 0x48, 0x0F, 0x07),
        forbidden("RDPMC", 0x0F, 0x33),
    };

    private static final UserTrial[] OTHERS = {
        UserTrial.completes("CPUID is for everyone", code().form(Form.CPUID)),
        UserTrial.completes("RDTSC is for everyone", code().form(Form.RDTSC)),
        UserTrial.of("INT through a closed gate raises #GP with the gate's index", GENERAL_PROTECTION, CLOSED_GATE << INDEX_SHIFT | IN_IDT,
                code().nops(1).mark().bytes(Op.interrupt(CLOSED_GATE))),
        UserTrial.of("ICEBP does not ask the gate's privilege", DEBUG, 0, code().bytes(Op.ICEBP).mark()),
        UserTrial.of("UD2 of a user program raises #UD", INVALID_OPCODE, 0, code().form(Form.UD2)),
        UserTrial.of("loading SS with privilege 0 raises #GP", GENERAL_PROTECTION, 0x10, code().load(Register.RAX, 0x10).mark().bytes(Op.MOV_SS_EAX)),
        UserTrial.of("loading SS with null raises #GP", GENERAL_PROTECTION, 0, code().load(Register.RAX, 0).mark().bytes(Op.MOV_SS_EAX)),
    };

    private static final FarCode TIME_STAMP = FarCode.of(code().form(Form.RDTSC));
    private static final FarCode POP_FLAGS = FarCode.of(code().load(Register.RAX, 0x3202).push(Register.RAX).form(Form.POPFQ).form(Form.PUSHFQ)
            .pop(Register.RBX));

    private static UserTrial forbidden(String what, int... bytes) {
        return UserTrial.of(what + " of a user program raises #GP", GENERAL_PROTECTION, 0, code().nops(1).mark().bytes(bytes));
    }

    @Override
    String name() {
        return "privilege";
    }

    @Override
    void run(Report report) {
        UserMode.install();
        Processor.writeMsr(Msr.EFER, Processor.readMsr(Msr.EFER) | Efer.SYSTEM_CALL);
        UserTrial.runAll(report, FORBIDDEN);
        UserTrial.runAll(report, OTHERS);
        disabledTimeStamp(report);
        Outcome flags = UserMode.run(POP_FLAGS, new Registers());
        report.equal("POPF of a user program changes neither IF nor IOPL", Registers.FLAGS, flags.get(GeneralRegister.RBX));
        UserMode.remove();
    }

    private static void disabledTimeStamp(Report report) {
        Processor.writeCr4(Processor.readCr4() | Cr4.TIME_STAMP_DISABLE);
        Outcome outcome = UserMode.run(TIME_STAMP, new Registers());
        Processor.writeCr4(Processor.readCr4() & ~Cr4.TIME_STAMP_DISABLE);
        report.equal("CR4.TSD keeps RDTSC from user programs", Trial.ending(GENERAL_PROTECTION.number(), 0, 0), UserMode.ending(outcome));
    }
}
