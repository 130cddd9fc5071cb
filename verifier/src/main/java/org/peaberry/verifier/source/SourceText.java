/** Reads a source file as strict UTF-8 text of bounded size. */
package org.peaberry.verifier.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

public final class SourceText {
    /** Bytes a file may have: the largest of the tree has a twentieth of it. */
    public static final int MAXIMUM_SIZE = 1 << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SourceText() {
    }

    /** @throws SourceProblem when it is too large or not text */
    public static String read(Path file) throws IOException, SourceProblem {
        try (InputStream stream = Files.newInputStream(file)) {
            return decode(stream.readNBytes(MAXIMUM_SIZE + 1));
        }
    }

    /** @throws SourceProblem when it is too large or not text */
    public static String decode(byte[] bytes) throws SourceProblem {
        if (bytes.length > MAXIMUM_SIZE) {
            throw new SourceProblem(Position.START, "the file is larger than " + (MAXIMUM_SIZE >> 10) + " KiB: split it, or give its data another form");
        }
        checkKind(bytes);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(input, text, true);
        text.flip();
        if (result.isError()) {
            String hex = Integer.toHexString(bytes[input.position()] & 0xff);
            throw new SourceProblem(Position.behind(text), "the file is not UTF-8: byte 0x" + hex + " at offset " + input.position() + ". Save it as UTF-8");
        }
        return checkCharacters(text.toString());
    }

    private static void checkKind(byte[] bytes) throws SourceProblem {
        if (bytes.length >= 2 && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE || bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)) {
            throw new SourceProblem(Position.START, "the file is UTF-16, not UTF-8. Save it as UTF-8");
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                throw new SourceProblem(Position.START, "the file is binary: byte 0 at offset " + i + " is not part of a text");
            }
        }
    }

    private static String checkCharacters(String text) throws SourceProblem {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == BYTE_ORDER_MARK && i == 0) {
                throw new SourceProblem(Position.START, "the file starts with a byte order mark. Save it as UTF-8 without one");
            }
            if (character < ' ' && "\t\n\r\f".indexOf(character) < 0) {
                String where = "character 0x" + Integer.toHexString(character);
                throw new SourceProblem(Position.behind(text.substring(0, i)), "the file is binary: " + where + " is not part of a text");
            }
        }
        return text;
    }
}
