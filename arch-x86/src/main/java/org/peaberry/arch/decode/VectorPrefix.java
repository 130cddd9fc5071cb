/** VEX and EVEX prefixes, of which only the length and the opcode map matter here. Intel SDM vol. 2A, figures 2-9 and 2-10. */
package org.peaberry.arch.decode;

import org.peaberry.arch.virtualization.CodeSize;

final class VectorPrefix {
    private static final int VEX_2 = 0xC5;
    private static final int VEX_3 = 0xC4;
    private static final int EVEX = 0x62;
    private static final int VEX_MAP_MASK = 0x1f;
    private static final int EVEX_MAP_MASK = 7;
    private static final int MODE_SHIFT = 6;

    private VectorPrefix() {
    }

    /** Outside of 64-bit mode the same bytes are LES, LDS and BOUND, with an operand in memory. */
    static boolean isNext(DecodedInstruction in) {
        int first = in.peek();
        boolean isPrefix = first == VEX_2 || first == VEX_3 || first == EVEX;
        return isPrefix && (in.codeSize == CodeSize.BITS_64 || in.peekSecond() >> MODE_SHIFT == InstructionDecoder.MODE_REGISTER);
    }

    /** Reads prefix and opcode. */
    static void read(DecodedInstruction in) {
        in.isVector = true;
        int prefix = in.next();
        int payload = in.next();
        in.map = switch (prefix) {
            case VEX_2 -> OpcodeTable.MAP_0F;
            case VEX_3 -> payload & VEX_MAP_MASK;
            default -> payload & EVEX_MAP_MASK;
        };
        if (prefix != VEX_2) {
            in.next();
        }
        if (prefix == EVEX) {
            in.next();
        }
        in.opcode = in.next();
    }
}
