/** Numbers of the moments in a method's code. */
package org.peaberry.compiler.allocate;

/**
 * Instruction i has four: it reads its uses, destroys what it clobbers, writes its definitions; the last one lies before the next
 * instruction, and is where moves are put.
 */
final class Positions {
    static final int STEP = 4;
    static final int CLOBBER = 1;
    static final int DEFINE = 2;
    static final int AFTER = 3;

    private Positions() {
    }

    static int of(int instruction) {
        return instruction * STEP;
    }

    static int instruction(int position) {
        return position / STEP;
    }
}
