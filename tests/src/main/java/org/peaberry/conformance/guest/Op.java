/** Opcodes that the compiler's encoder does not know, because no compiled program needs them. Intel SDM vol. 2; AMD APM vol. 3. */
package org.peaberry.conformance.guest;

final class Op {
    static final int NOP = 0x90;
    static final int LOCK = 0xF0;
    static final int OPERAND_SIZE = 0x66;
    static final int ADDRESS_SIZE = 0x67;
    /** Makes the instruction behind it one with 64-bit operands. */
    static final int REX_W = 0x48;
    static final int[] ICEBP = {0xF1};
    static final int[] WAIT = {0x9B};
    static final int[] FNINIT = {0xDB, 0xE3};
    static final int[] FLD1 = {0xD9, 0xE8};
    static final int[] FLDZ = {0xD9, 0xEE};
    static final int[] FDIVP = {0xDE, 0xF9};
    /** fldcw [rbx]. */
    static final int[] FLDCW_RBX = {0xD9, 0x2B};
    /** ldmxcsr [rbx]. */
    static final int[] LDMXCSR_RBX = {0x0F, 0xAE, 0x13};
    /** divps xmm0, xmm1. */
    static final int[] DIVPS = {0x0F, 0x5E, 0xC1};
    /** xorps xmm1, xmm1. */
    static final int[] CLEAR_XMM1 = {0x0F, 0x57, 0xC9};
    /** movaps xmm0, [rbx]. */
    static final int[] MOVAPS_RBX = {0x0F, 0x28, 0x03};
    /** movups xmm0, [rbx]. */
    static final int[] MOVUPS_RBX = {0x0F, 0x10, 0x03};
    /** cmpxchg16b [rbx]. */
    static final int[] CMPXCHG16B_RBX = {0x48, 0x0F, 0xC7, 0x0B};
    static final int[] RETFQ = {0x48, 0xCB};
    static final int[] SYSRETQ = {0x48, 0x0F, 0x07};
    /** jmp rbx. */
    static final int[] JMP_RBX = {0xFF, 0xE3};
    /** lmsw ax. */
    static final int[] LMSW_AX = {0x0F, 0x01, 0xF0};
    /** smsw rax. */
    static final int[] SMSW_RAX = {0x48, 0x0F, 0x01, 0xE0};
    static final int[] RDPMC = {0x0F, 0x33};
    static final int[] INVD = {0x0F, 0x08};
    /** ltr ax. */
    static final int[] LTR_AX = {0x0F, 0x00, 0xD8};
    /** lldt ax. */
    static final int[] LLDT_AX = {0x0F, 0x00, 0xD0};
    /** mov ds, eax. */
    static final int[] MOV_DS_EAX = {0x8E, 0xD8};
    /** mov ss, eax. */
    static final int[] MOV_SS_EAX = {0x8E, 0xD0};
    /** pop into RFLAGS and push of it need no prefix in 64-bit mode. */
    static final int PUSHF = 0x9C;
    static final int POPF = 0x9D;

    private Op() {
    }

    /** INT n. */
    static int[] interrupt(int vector) {
        return new int[] {0xCD, vector};
    }
}
