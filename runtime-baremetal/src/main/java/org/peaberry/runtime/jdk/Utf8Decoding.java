/** Bytes of UTF-8 to characters; what is malformed becomes U+FFFD, one for each part that the JDK replaces. */
package org.peaberry.runtime.jdk;

/** Which sequences are well-formed: Unicode standard, table 3-7. */
final class Utf8Decoding {
    private static final char REPLACEMENT = '\uFFFD';
    private static final int BYTE_MASK = 0xff;
    private static final int CONTINUATION_MASK = 0xC0;
    private static final int CONTINUATION = 0x80;
    private static final int CONTINUATION_BITS = 6;
    private static final int CONTINUATION_VALUE = 0x3f;
    private static final int FIRST_LEAD_OF_TWO = 0xC2;
    private static final int FIRST_LEAD_OF_THREE = 0xE0;
    private static final int FIRST_LEAD_OF_FOUR = 0xF0;
    private static final int LAST_LEAD = 0xF4;

    private final byte[] bytes;
    private final int end;
    private final StringBuilder text;
    private int next;

    private Utf8Decoding(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        next = offset;
        end = offset + length;
        text = new StringBuilder(length);
    }

    static String decode(byte[] bytes, int offset, int length) {
        Utf8Decoding decoding = new Utf8Decoding(bytes, offset, length);
        while (decoding.next < decoding.end) {
            decoding.step();
        }
        return decoding.text.toString();
    }

    private void step() {
        int lead = bytes[next] & BYTE_MASK;
        if (lead < CONTINUATION) {
            text.append((char) lead);
            next++;
        } else if (lead < FIRST_LEAD_OF_TWO || lead > LAST_LEAD) {
            replace(1);
        } else {
            sequence(lead, lead < FIRST_LEAD_OF_THREE ? 2 : lead < FIRST_LEAD_OF_FOUR ? 3 : 4);
        }
    }

    /** A sequence that is broken off is replaced as a whole as far as it was right. */
    private void sequence(int lead, int length) {
        int value = lead & BYTE_MASK >> length + 1;
        for (int i = 1; i < length; i++) {
            if (next + i == end || !isContinuation(bytes[next + i]) || i == 1 && !isSecond(lead, bytes[next + 1] & BYTE_MASK)) {
                replace(i);
                return;
            }
            value = value << CONTINUATION_BITS | bytes[next + i] & CONTINUATION_VALUE;
        }
        if (Character.isBmpCodePoint(value) && Character.isSurrogate((char) value)) {
            replace(length);
        } else {
            text.appendCodePoint(value);
            next += length;
        }
    }

    private void replace(int count) {
        text.append(REPLACEMENT);
        next += count;
    }

    private static boolean isContinuation(byte value) {
        return (value & CONTINUATION_MASK) == CONTINUATION;
    }

    /** Whether the sequence is neither longer than needed nor beyond U+10FFFF; surrogates pass, for they are replaced as a whole. */
    private static boolean isSecond(int lead, int second) {
        return switch (lead) {
            case FIRST_LEAD_OF_THREE -> second >= 0xA0;
            case FIRST_LEAD_OF_FOUR -> second >= 0x90;
            case LAST_LEAD -> second < 0x90;
            default -> true;
        };
    }
}
