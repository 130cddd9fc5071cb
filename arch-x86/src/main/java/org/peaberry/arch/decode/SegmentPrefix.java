/** Segment-override prefixes. Intel SDM vol. 2A, section 2.1.1. */
package org.peaberry.arch.decode;

final class SegmentPrefix {
    private static final int ES = 0x26;
    private static final int CS = 0x2E;
    private static final int SS = 0x36;
    private static final int DS = 0x3E;
    private static final int FS = 0x64;
    private static final int GS = 0x65;

    private static final int FIRST_IN_64_BIT_MODE = 4;

    private SegmentPrefix() {
    }

    /** There the prefixes of ES, CS, SS and DS have no effect. Intel SDM vol. 1, section 3.7.4. */
    static boolean countsIn64BitMode(int segment) {
        return segment >= FIRST_IN_64_BIT_MODE;
    }

    /** Encoding of the segment register that a prefix names, or {@link DecodedInstruction#NONE}. */
    static int segment(int prefix) {
        return switch (prefix) {
            case ES -> 0;
            case CS -> 1;
            case SS -> 2;
            case DS -> 3;
            case FS -> 4;
            case GS -> 5;
            default -> DecodedInstruction.NONE;
        };
    }
}
