/** Code whose jumps were shortened, and where its parts went. */
package org.peaberry.compiler.encode;

import java.util.function.IntUnaryOperator;

public final class ShortCode {
    private final byte[] bytes;
    private final IntUnaryOperator offsets;
    private final int[] differences;

    /** @param differences where entries of jump tables are */
    ShortCode(byte[] bytes, IntUnaryOperator offsets, int[] differences) {
        this.bytes = bytes;
        this.differences = differences;
        this.offsets = offsets;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** Offsets of the entries of jump tables, four bytes each, ascending. */
    public int[] differences() {
        return differences;
    }

    /** Where what was emitted at a position of the assembler is now. */
    public int newOffset(int position) {
        return offsets.applyAsInt(position);
    }
}
