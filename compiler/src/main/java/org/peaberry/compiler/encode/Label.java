/** A place in the code of one assembler, bound once. */
package org.peaberry.compiler.encode;

public final class Label {
    private static final int UNBOUND = -1;

    private int offset = UNBOUND;

    public boolean isBound() {
        return offset != UNBOUND;
    }

    /** Bytes from the start of the code. */
    public int offset() {
        if (!isBound()) {
            throw new IllegalStateException("label is not bound");
        }
        return offset;
    }

    /** Follows the code when it is made shorter. */
    void move(int newOffset) {
        offset = newOffset;
    }

    void bind(int newOffset) {
        if (isBound()) {
            throw new IllegalStateException("label bound twice");
        }
        offset = newOffset;
    }
}
