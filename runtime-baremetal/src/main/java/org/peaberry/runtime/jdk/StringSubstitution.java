/** String: case mapping without locales, charsets without their coders: UTF-8, ISO-8859-1 and US-ASCII. */
package org.peaberry.runtime.jdk;

import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.peaberry.runtime.annotation.HiddenField;
import java.util.Locale;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

@Substitution("java.lang.String")
public final class StringSubstitution {
    private static final String STRING = "java.lang.String";
    private static final char REPLACEMENT = '\uFFFD';
    private static final int LAST_ASCII = 0x7f;
    private static final int LAST_LATIN1 = 0xff;
    private static final int FIRST_OF_THREE_BYTES = 0x800;
    private static final int CONTINUATION = 0x80;
    private static final int CONTINUATION_BITS = 6;
    private static final int CONTINUATION_MASK = 0x3f;

    private StringSubstitution() {
    }

    @HiddenField(owner = STRING, name = "value")
    private static native byte[] value(String self);

    @HiddenField(owner = STRING, name = "value")
    private static native void setValue(String self, byte[] value);

    @HiddenField(owner = STRING, name = "coder")
    private static native byte coder(String self);

    @HiddenField(owner = STRING, name = "coder")
    private static native void setCoder(String self, byte coder);

    @Substitute
    static void constructor(String self, byte[] bytes, int offset, int length, Charset charset) {
        if (offset < 0 || length < 0 || offset > bytes.length - length) {
            throw new StringIndexOutOfBoundsException("offset " + offset + ", count " + length + ", length " + bytes.length);
        }
        String decoded = charset == StandardCharsets.UTF_8 ? Utf8Decoding.decode(bytes, offset, length)
                : decodeBytes(bytes, offset, length, charset == StandardCharsets.ISO_8859_1 ? LAST_LATIN1 : lastOfAscii(charset));
        setValue(self, value(decoded));
        setCoder(self, coder(decoded));
    }

    private static String decodeBytes(byte[] bytes, int offset, int length, int last) {
        StringBuilder text = new StringBuilder(length);
        for (int i = offset; i < offset + length; i++) {
            int character = bytes[i] & LAST_LATIN1;
            text.append(character <= last ? (char) character : REPLACEMENT);
        }
        return text.toString();
    }

    /** Also refuses charsets that are not here. */
    private static int lastOfAscii(Charset charset) {
        if (charset != StandardCharsets.US_ASCII) {
            throw new UnsupportedOperationException("charset " + charset.name() + " is not in the dialect. Use UTF_8, ISO_8859_1 or US_ASCII");
        }
        return LAST_ASCII;
    }

    @Substitute
    static Charset lookupCharset(String name) throws UnsupportedEncodingException {
        if (name.equalsIgnoreCase("UTF-8") || name.equalsIgnoreCase("UTF8")) {
            return StandardCharsets.UTF_8;
        }
        if (name.equalsIgnoreCase("ISO-8859-1") || name.equalsIgnoreCase("ISO8859_1") || name.equalsIgnoreCase("latin1")) {
            return StandardCharsets.ISO_8859_1;
        }
        if (name.equalsIgnoreCase("US-ASCII") || name.equalsIgnoreCase("ASCII")) {
            return StandardCharsets.US_ASCII;
        }
        throw new UnsupportedEncodingException(name);
    }

    @Substitute
    static byte[] getBytes(String self) {
        return encodeUtf8(self);
    }

    @Substitute
    static byte[] getBytes(String self, Charset charset) {
        return charset == StandardCharsets.UTF_8 ? encodeUtf8(self)
                : encodeBytes(self, charset == StandardCharsets.ISO_8859_1 ? LAST_LATIN1 : lastOfAscii(charset));
    }

    @Substitute
    static byte[] getBytes(String self, String charsetName) throws UnsupportedEncodingException {
        return getBytes(self, lookupCharset(charsetName));
    }

    /** A surrogate pair is one character, and one question mark. */
    private static byte[] encodeBytes(String text, int last) {
        byte[] bytes = new byte[text.codePointCount(0, text.length())];
        int count = 0;
        for (int i = 0; i < text.length();) {
            int point = text.codePointAt(i);
            bytes[count++] = (byte) (point <= last ? point : '?');
            i += Character.charCount(point);
        }
        return bytes;
    }

    private static byte[] encodeUtf8(String text) {
        byte[] bytes = new byte[utf8Length(text)];
        int count = 0;
        for (int i = 0; i < text.length();) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            count = putUtf8(bytes, count, isLoneSurrogate(point) ? '?' : point);
        }
        return bytes;
    }

    private static int putUtf8(byte[] bytes, int at, int point) {
        int length = utf8Length(point);
        if (length == 1) {
            bytes[at] = (byte) point;
            return at + 1;
        }
        for (int i = length - 1; i > 0; i--) {
            bytes[at + i] = (byte) (CONTINUATION | point >> CONTINUATION_BITS * (length - 1 - i) & CONTINUATION_MASK);
        }
        bytes[at] = (byte) (-1 << Byte.SIZE - length | point >> CONTINUATION_BITS * (length - 1));
        return at + length;
    }

    private static int utf8Length(String text) {
        int length = 0;
        for (int i = 0; i < text.length();) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            length += isLoneSurrogate(point) ? 1 : utf8Length(point);
        }
        return length;
    }

    private static int utf8Length(int point) {
        return point <= LAST_ASCII ? 1 : point < FIRST_OF_THREE_BYTES ? 2 : Character.isBmpCodePoint(point) ? 3 : 4;
    }

    private static boolean isLoneSurrogate(int point) {
        return Character.isBmpCodePoint(point) && Character.isSurrogate((char) point);
    }

    /** The JDK's asks both for their text, as if they could be any objects. */
    @Substitute
    static String concat(String self, String other) {
        return other.isEmpty() ? self : new StringBuilder(self.length() + other.length()).append(self).append(other).toString();
    }

    @Substitute
    static String toLowerCase(String self) {
        StringBuilder result = new StringBuilder(self.length());
        for (int i = 0; i < self.length();) {
            int point = self.codePointAt(i);
            result.appendCodePoint(Character.toLowerCase(point));
            i += Character.charCount(point);
        }
        return result.toString();
    }

    /** As without locale: only Turkish, Azeri and Lithuanian ones have rules of their own. */
    @Substitute
    static String toLowerCase(String self, Locale locale) {
        return toLowerCase(self);
    }

    /** As without locale. */
    @Substitute
    static String toUpperCase(String self, Locale locale) {
        return toUpperCase(self);
    }

    @Substitute
    static String toUpperCase(String self) {
        StringBuilder result = new StringBuilder(self.length());
        for (int i = 0; i < self.length();) {
            int point = self.codePointAt(i);
            result.appendCodePoint(Character.toUpperCase(point));
            i += Character.charCount(point);
        }
        return result.toString();
    }
}
