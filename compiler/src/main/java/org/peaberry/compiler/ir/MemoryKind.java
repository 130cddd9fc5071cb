/** Width and extension of a memory access. */
package org.peaberry.compiler.ir;

public enum MemoryKind {
    /** Loads zero-extended to INT (0 or 1). */
    BOOLEAN(1, Type.INT),
    /** Loads sign-extended to INT. */
    BYTE(1, Type.INT),
    /** Loads sign-extended to INT. */
    SHORT(2, Type.INT),
    /** Loads zero-extended to INT. */
    CHAR(2, Type.INT),
    INT(4, Type.INT), LONG(8, Type.LONG), REFERENCE(8, Type.REFERENCE), FLOAT(4, Type.FLOAT), DOUBLE(8, Type.DOUBLE);

    private final int bytes;
    private final Type type;

    MemoryKind(int bytes, Type type) {
        this.bytes = bytes;
        this.type = type;
    }

    public int bytes() {
        return bytes;
    }

    /** Binary logarithm of the width. */
    public int shift() {
        return Integer.numberOfTrailingZeros(bytes);
    }

    /** Type of the value in a register. */
    public Type type() {
        return type;
    }
}
