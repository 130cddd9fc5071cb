/** The opcodes of instructions that exit, for processors that do not tell the instruction's length. Intel SDM vol. 2; AMD APM vol. 3. */
package org.peaberry.arch.decode;

import org.peaberry.arch.virtualization.ExitReason;

/** Opcode bytes as a little-endian number. */
final class ExitInstruction {
    private static final int BYTE_MASK = 0xff;
    private static final int[] OPCODES = new int[ExitReason.COUNT];
    private static final int[] LENGTHS = new int[ExitReason.COUNT];

    static {
        add(ExitReason.CPUID, 0xA20F, 2);
        add(ExitReason.HLT, 0xF4, 1);
        add(ExitReason.MSR_READ, 0x320F, 2);
        add(ExitReason.MSR_WRITE, 0x300F, 2);
        add(ExitReason.HYPERCALL, 0xD9010F, 3);
        add(ExitReason.XSETBV, 0xD1010F, 3);
        add(ExitReason.RDTSC, 0x310F, 2);
        add(ExitReason.RDTSCP, 0xF9010F, 3);
        add(ExitReason.RDPMC, 0x330F, 2);
        add(ExitReason.MONITOR, 0xC8010F, 3);
        add(ExitReason.MWAIT, 0xC9010F, 3);
    }

    private ExitInstruction() {
    }

    private static void add(ExitReason reason, int opcode, int length) {
        OPCODES[reason.ordinal()] = opcode;
        LENGTHS[reason.ordinal()] = length;
    }

    /** Whether a decoded instruction is the one that exits so. */
    static boolean matches(int reason, DecodedInstruction instruction) {
        for (int i = 0; i < LENGTHS[reason]; i++) {
            if (instruction.byteAt(instruction.opcodePosition + i) != (OPCODES[reason] >>> i * Byte.SIZE & BYTE_MASK)) {
                return false;
            }
        }
        return true;
    }
}
