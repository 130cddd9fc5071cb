/** What an instruction does with memory: the operation, its width, and the other operand. */
package org.peaberry.arch.decode;

/** Reused: each virtual CPU has one, filled by {@link AccessDecoder}. */
public final class DecodedAccess {
    MemoryOperation operation;
    int width;
    boolean isToRegister;
    boolean hasImmediate;
    long immediate;
    int register;
    boolean isHighByte;
    int resultWidth;
    boolean isSigned;

    /** Forgets the access before: a load or store of a register, no extension. */
    void begin(MemoryOperation newOperation, int newWidth, int newRegister) {
        operation = newOperation;
        width = newWidth;
        register = newRegister;
        resultWidth = newWidth;
        isToRegister = false;
        hasImmediate = false;
        immediate = 0;
        isHighByte = false;
        isSigned = false;
    }

    public MemoryOperation operation() {
        return operation;
    }

    /** Bytes of the operand in memory: 1, 2, 4 or 8. */
    public int width() {
        return width;
    }

    /** The result goes to the register; memory is only read. */
    public boolean isToRegister() {
        return isToRegister;
    }

    /** The other operand is {@link #immediate}, not a register. */
    public boolean hasImmediate() {
        return hasImmediate;
    }

    public long immediate() {
        return immediate;
    }

    /** The other operand, by encoding. */
    public int register() {
        return register;
    }

    /** The other operand is AH, CH, DH or BH: bits 8 to 15 of {@link #register}. */
    public boolean isHighByte() {
        return isHighByte;
    }

    /** Bytes of the register that a load changes; more than {@link #width} for MOVZX, MOVSX and MOVSXD. */
    public int resultWidth() {
        return resultWidth;
    }

    /** A load extends the sign. */
    public boolean isSigned() {
        return isSigned;
    }

    /** Whether memory is written. */
    public boolean isWrite() {
        return operation.writesMemory() && !isToRegister;
    }
}
