/** System.out and System.err of compiled programs: UTF-8 to the platform, unbuffered, no charset machinery. */
package org.peaberry.runtime.jdk;

import java.io.OutputStream;
import java.io.PrintStream;

import org.peaberry.runtime.platform.Platform;

/** Formatting (printf, format) is not in the dialect. */
final class PlatformPrintStream extends PrintStream {
    private static final int FIRST_TWO_BYTE = 0x80;
    private static final int FIRST_THREE_BYTE = 0x800;
    private static final int CONTINUATION = 0x80;
    private static final int CONTINUATION_BITS = 6;
    private static final int CONTINUATION_MASK = 0x3f;
    private static final int LEAD_OF_TWO = 0xc0;
    private static final int LEAD_OF_THREE = 0xe0;
    private static final int LEAD_OF_FOUR = 0xf0;

    private final boolean error;

    PlatformPrintStream(boolean error) {
        super(OutputStream.nullOutputStream());
        this.error = error;
    }

    @Override
    public void write(int value) {
        if (error) {
            Platform.current().writeError(value);
        } else {
            Platform.current().write(value);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        for (int i = 0; i < length; i++) {
            write(bytes[offset + i]);
        }
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void print(String text) {
        String shown = text == null ? "null" : text;
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < shown.length() && Character.isLowSurrogate(shown.charAt(i + 1))) {
                writeCodePoint(Character.toCodePoint(c, shown.charAt(++i)));
            } else {
                writeCodePoint(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '?' : c);
            }
        }
    }

    private void writeCodePoint(int point) {
        if (point < FIRST_TWO_BYTE) {
            write(point);
        } else if (point < FIRST_THREE_BYTE) {
            write(LEAD_OF_TWO | point >> CONTINUATION_BITS);
            writeContinuation(point);
        } else if (point < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
            write(LEAD_OF_THREE | point >> 2 * CONTINUATION_BITS);
            writeContinuation(point >> CONTINUATION_BITS);
            writeContinuation(point);
        } else {
            write(LEAD_OF_FOUR | point >> 3 * CONTINUATION_BITS);
            writeContinuation(point >> 2 * CONTINUATION_BITS);
            writeContinuation(point >> CONTINUATION_BITS);
            writeContinuation(point);
        }
    }

    private void writeContinuation(int bits) {
        write(CONTINUATION | bits & CONTINUATION_MASK);
    }

    @Override
    public void print(Object object) {
        print(String.valueOf(object));
    }

    @Override
    public void print(boolean value) {
        print(value ? "true" : "false");
    }

    @Override
    public void print(char value) {
        print(String.valueOf(value));
    }

    @Override
    public void print(char[] value) {
        print(String.valueOf(value));
    }

    @Override
    public void print(int value) {
        print(Integer.toString(value));
    }

    @Override
    public void print(long value) {
        print(Long.toString(value));
    }

    @Override
    public void print(float value) {
        print(Float.toString(value));
    }

    @Override
    public void print(double value) {
        print(Double.toString(value));
    }

    @Override
    public void println(float value) {
        print(value);
        println();
    }

    @Override
    public void println(double value) {
        print(value);
        println();
    }

    @Override
    public void println() {
        write('\n');
    }

    @Override
    public void println(String text) {
        print(text);
        println();
    }

    @Override
    public void println(Object object) {
        println(String.valueOf(object));
    }

    @Override
    public void println(boolean value) {
        print(value);
        println();
    }

    @Override
    public void println(char value) {
        print(value);
        println();
    }

    @Override
    public void println(char[] value) {
        print(value);
        println();
    }

    @Override
    public void println(int value) {
        print(value);
        println();
    }

    @Override
    public void println(long value) {
        print(value);
        println();
    }
}
