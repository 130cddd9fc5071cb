/** Reads code points from zero-terminated UTF-8 in raw memory; malformed bytes come out as U+FFFD. */
package org.peaberry.runtime.linux;

import org.peaberry.runtime.memory.Memory;

final class Utf8Reader {
    private static final int REPLACEMENT = 0xfffd;
    private static final int CONTINUATION_BITS = 6;
    private static final int CONTINUATION_MASK = 0x3f;
    private static final int[] LEAD_MASKS = {0x1f, 0x0f, 0x07};
    private static final int[] LEAD_MARKS = {0xc0, 0xe0, 0xf0};

    private long next;

    Utf8Reader(long start) {
        next = start;
    }

    /** The next code point; 0 at the end, where it stays. */
    int next() {
        int lead = Memory.loadByte(next) & 0xff;
        if (lead == 0) {
            return 0;
        }
        next++;
        if (lead < 0x80) {
            return lead;
        }
        for (int i = 0; i < LEAD_MARKS.length; i++) {
            if ((lead & ~LEAD_MASKS[i]) == LEAD_MARKS[i]) {
                return continued(lead & LEAD_MASKS[i], i + 1);
            }
        }
        return REPLACEMENT;
    }

    private int continued(int leadBits, int continuations) {
        int point = leadBits;
        for (int i = 0; i < continuations; i++) {
            int b = Memory.loadByte(next) & 0xff;
            if ((b & ~CONTINUATION_MASK) != 0x80) {
                return REPLACEMENT;
            }
            point = point << CONTINUATION_BITS | b & CONTINUATION_MASK;
            next++;
        }
        return point;
    }
}
