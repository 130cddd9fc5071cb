/** Operand size of an instruction. */
package org.peaberry.compiler.encode;

public enum Width {
    BYTE(1), WORD(2), DOUBLE(4), QUAD(8);

    private final int bytes;

    Width(int bytes) {
        this.bytes = bytes;
    }

    public int bytes() {
        return bytes;
    }

    /** The width of that many bytes. */
    public static Width of(int bytes) {
        return switch (bytes) {
            case 1 -> BYTE;
            case 2 -> WORD;
            case 4 -> DOUBLE;
            case 8 -> QUAD;
            default -> throw new IllegalArgumentException("no operand is " + bytes + " bytes wide");
        };
    }
}
