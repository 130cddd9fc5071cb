/** A place in the code whose length depends on the distances around it: a jump to a label, or padding. */
package org.peaberry.compiler.encode;

/** Emitted at its longest (jumps) or as it is needed at first (padding); {@link JumpShortener} decides the final length. */
final class FlexibleSite {
    /** Bytes of jmp rel8 and jcc rel8. */
    static final int SHORT_JUMP = 2;

    private final int start;
    private final int length;
    private final Label target;
    private final int alignment;
    private int newLength;

    private FlexibleSite(int start, int length, Label target, int alignment) {
        this.start = start;
        this.length = length;
        this.target = target;
        this.alignment = alignment;
        this.newLength = length;
    }

    static FlexibleSite jump(int start, int length, Label target) {
        return new FlexibleSite(start, length, target, 1);
    }

    static FlexibleSite padding(int start, int length, int alignment) {
        return new FlexibleSite(start, length, null, alignment);
    }

    boolean isJump() {
        return target != null;
    }

    boolean isShortened() {
        return newLength < length;
    }

    int start() {
        return start;
    }

    int end() {
        return start + length;
    }

    int newLength() {
        return newLength;
    }

    void setNewLength(int bytes) {
        newLength = bytes;
    }

    void makeLong() {
        newLength = length;
    }

    Label target() {
        return target;
    }

    int alignment() {
        return alignment;
    }
}
