/** Instructions that do not exist in 64-bit mode, or only when a feature is switched on: #UD at their first byte. */
package org.peaberry.conformance.guest;

import static org.peaberry.arch.trap.ExceptionVector.INVALID_OPCODE;
import static org.peaberry.conformance.guest.Code.code;

/** Intel SDM vol. 2, the exceptions of each instruction; AMD APM vol. 3, section 1.2.2 and the instructions themselves. */
final class InvalidOpcodeArea extends Area {
    private static final Trial[] TRIALS = {
        row("UD0", 0x0F, 0xFF, 0xC0),
        row("UD1", 0x0F, 0xB9, 0xC0),
        row("UD2", 0x0F, 0x0B),
        row("PUSH ES", 0x06),
        row("POP ES", 0x07),
        row("PUSH CS", 0x0E),
        row("PUSH SS", 0x16),
        row("POP DS", 0x1F),
        row("DAA", 0x27),
        row("AAA", 0x37),
        row("PUSHA", 0x60),
        row("POPA", 0x61),
        row("ADD by its alias 82", 0x82, 0xC0, 0x01),
        row("CALL of a far pointer", 0x9A, 0, 0, 0, 0, 8, 0),
        row("JMP to a far pointer", 0xEA, 0, 0, 0, 0, 8, 0),
        row("INTO", 0xCE),
        row("AAM", 0xD4, 0x0A),
        row("SALC", 0xD6),
        row("MOV to CS", 0x8E, 0xC8),
        row("MOV from CR1", 0x0F, 0x20, 0xC8),
        row("MOV to CR5", 0x0F, 0x22, 0xE8),
        row("MOV from segment register 6", 0x8C, 0xF0),
        row("LOCK before NOP", Op.LOCK, 0x90),
        row("LOCK before an ADD to a register", Op.LOCK, 0x01, 0xC0),
        row("LOCK before a MOV to memory", Op.LOCK, 0x89, 0x04, 0x24),
        row("LOCK before CPUID", Op.LOCK, 0x0F, 0xA2),
        row("LEA of a register", 0x8D, 0xC0),
        row("LGDT of a register", 0x0F, 0x01, 0xD7),
        row("RSM outside of system management mode", 0x0F, 0xAA),
        row("VMRUN without SVM", 0x0F, 0x01, 0xD8),
        row("VMLOAD without SVM", 0x0F, 0x01, 0xDA),
        row("VMSAVE without SVM", 0x0F, 0x01, 0xDB),
        row("STGI without SVM", 0x0F, 0x01, 0xDC),
        row("CLGI without SVM", 0x0F, 0x01, 0xDD),
        row("INVLPGA without SVM", 0x0F, 0x01, 0xDF),
        row("VMLAUNCH without VMX", 0x0F, 0x01, 0xC2),
        row("VMRESUME without VMX", 0x0F, 0x01, 0xC3),
        row("VMXOFF without VMX", 0x0F, 0x01, 0xC4),
        row("VMPTRLD without VMX", 0x0F, 0xC7, 0x34, 0x24),
        row("VMREAD without VMX", 0x0F, 0x78, 0xC0),
        row("GETSEC without SMX", 0x0F, 0x37),
        row("MONITOR without the feature", 0x0F, 0x01, 0xC8),
        row("MWAIT without the feature", 0x0F, 0x01, 0xC9),
    };

    private static Trial row(String what, int... bytes) {
        return Trial.of(what + " raises #UD", INVALID_OPCODE, code().nops(1).mark().bytes(bytes));
    }

    @Override
    String name() {
        return "opcodes";
    }

    @Override
    void run(Report report) {
        Trial.runAll(report, TRIALS);
    }
}
