/** Code whose jumps were shortened, and where its parts went. */
package org.peaberry.compiler.encode;

import java.util.function.IntUnaryOperator;

public final class ShortCode {
    private final byte[] bytes;
    private final IntUnaryOperator offsets;

    ShortCode(byte[] bytes, IntUnaryOperator offsets) {
        this.bytes = bytes;
        this.offsets = offsets;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** Where what was emitted at a position of the assembler is now. */
    public int newOffset(int position) {
        return offsets.applyAsInt(position);
    }
}
