/** The recommended multi-byte no-operations. Intel SDM vol. 2, NOP, table 4-12. */
package org.peaberry.compiler.encode;

final class Nop {
    /** Bytes of the longest one. */
    private static final int LONGEST = 9;

    private static final int[][] SEQUENCES = {
        {0x90},
        {0x66, 0x90},
        {0x0f, 0x1f, 0x00},
        {0x0f, 0x1f, 0x40, 0x00},
        {0x0f, 0x1f, 0x44, 0x00, 0x00},
        {0x66, 0x0f, 0x1f, 0x44, 0x00, 0x00},
        {0x0f, 0x1f, 0x80, 0x00, 0x00, 0x00, 0x00},
        {0x0f, 0x1f, 0x84, 0x00, 0x00, 0x00, 0x00, 0x00},
        {0x66, 0x0f, 0x1f, 0x84, 0x00, 0x00, 0x00, 0x00, 0x00},
    };

    private Nop() {
    }

    /** Emits that many bytes, in as few instructions as can be. */
    static void put(CodeBuffer code, int length) {
        for (int left = length; left > 0; left -= LONGEST) {
            for (int b : SEQUENCES[Math.min(left, LONGEST) - 1]) {
                code.put(b);
            }
        }
    }

    /** Takes a no-operation if one comes next. */
    static boolean take(CodeReader code) {
        for (int[] sequence : SEQUENCES) {
            if (code.take(sequence)) {
                return true;
            }
        }
        return false;
    }
}
