/** One instruction of a guest, taken apart. Intel SDM vol. 2A, figure 2-1. */
package org.peaberry.arch.decode;

import org.peaberry.arch.virtualization.CodeSize;

/** Reused: each virtual CPU has one, filled by {@link InstructionDecoder}. */
public final class DecodedInstruction {
    /** Longest instruction. Intel SDM vol. 2A, section 2.3.11. */
    public static final int MAXIMUM_LENGTH = 15;
    /** No register, no segment override. */
    public static final int NONE = -1;
    /** Room beyond the longest instruction, so that decoding too long a one stays inside. */
    private static final int CAPACITY = 48;
    private static final int BYTE_MASK = 0xff;
    private static final int REX_W = 1 << 3;

    private final byte[] bytes = new byte[CAPACITY];
    private int available;
    private int position;

    CodeSize codeSize;
    boolean hasOperandPrefix;
    boolean hasAddressPrefix;
    boolean hasLock;
    /** 0, 0xF2 or 0xF3. */
    int repeatPrefix;
    int segmentOverride;
    int rex;
    boolean isVector;
    int map;
    int opcode;
    int opcodePosition;
    boolean hasModRm;
    int mode;
    int reg;
    int rm;
    int base;
    int index;
    int scale;
    boolean isInstructionRelative;
    long displacement;
    long immediate;

    /** Forgets the instruction before. */
    void begin(CodeSize size) {
        position = 0;
        codeSize = size;
        hasOperandPrefix = false;
        hasAddressPrefix = false;
        hasLock = false;
        repeatPrefix = 0;
        segmentOverride = NONE;
        rex = 0;
        isVector = false;
        map = OpcodeTable.MAP_PRIMARY;
        hasModRm = false;
        mode = 0;
        reg = 0;
        rm = 0;
        base = NONE;
        index = NONE;
        scale = 0;
        isInstructionRelative = false;
        displacement = 0;
        immediate = 0;
    }

    /** Says how many bytes of {@link #setByte} are the guest's. */
    void available(int count) {
        available = count;
    }

    void setByte(int at, byte value) {
        bytes[at] = value;
    }

    int peek() {
        return bytes[position] & BYTE_MASK;
    }

    int peekSecond() {
        return bytes[position + 1] & BYTE_MASK;
    }

    int next() {
        return bytes[position++] & BYTE_MASK;
    }

    /** A little-endian number with its sign; 0, 1, 2, 4 or 8 bytes. */
    long nextSigned(int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value |= (long) next() << i * Byte.SIZE;
        }
        int unused = Long.SIZE - count * Byte.SIZE;
        return count == 0 ? 0 : value << unused >> unused;
    }

    boolean isTooLong() {
        return position > MAXIMUM_LENGTH || position > available;
    }

    /** A byte of the instruction. */
    int byteAt(int at) {
        return bytes[at] & BYTE_MASK;
    }

    int position() {
        return position;
    }

    boolean is64Bit() {
        return codeSize == CodeSize.BITS_64;
    }

    /** Bytes. */
    public int length() {
        return position;
    }

    /** Bytes of an operand that is not a byte: 2, 4 or 8. */
    public int operandBytes() {
        if ((rex & REX_W) != 0) {
            return Long.BYTES;
        }
        return hasOperandPrefix == (codeSize == CodeSize.BITS_16) ? Integer.BYTES : Short.BYTES;
    }

    /** Bytes of an address: 2, 4 or 8. */
    public int addressBytes() {
        if (!hasAddressPrefix) {
            return codeSize.addressBytes();
        }
        return codeSize == CodeSize.BITS_32 ? Short.BYTES : Integer.BYTES;
    }

    /** Whether the operand in ModR/M is in memory. */
    public boolean hasMemoryOperand() {
        return hasModRm && mode != InstructionDecoder.MODE_REGISTER;
    }

    /** The general register that ModR/M's rm names. */
    public int rmRegister() {
        return rm;
    }

    public boolean isRepeated() {
        return repeatPrefix != 0;
    }
}
