/** The port instructions that the compiler's encoder does not know. Intel SDM vol. 2, IN, INS, OUT, OUTS. */
package org.peaberry.conformance.guest;

final class PortCode {
    static final int REPEAT = 0xF3;
    static final int INSB = 0x6C;
    /** With {@link Op#OPERAND_SIZE} before it, INSW. */
    static final int INSD = 0x6D;
    static final int OUTSB = 0x6E;
    /** With {@link Op#OPERAND_SIZE} before it, OUTSW. */
    static final int OUTSD = 0x6F;
    static final int FS = 0x64;
    static final int SS = 0x36;
    static final int STD = 0xFD;
    static final int CLD = 0xFC;

    private PortCode() {
    }

    /** IN AL with the port in the instruction. */
    static int[] inByte(int port) {
        return new int[] {0xE4, port};
    }

    /** IN EAX with the port in the instruction. */
    static int[] inDouble(int port) {
        return new int[] {0xE5, port};
    }

    static int[] outByte(int port) {
        return new int[] {0xE6, port};
    }

    static int[] outDouble(int port) {
        return new int[] {0xE7, port};
    }
}
