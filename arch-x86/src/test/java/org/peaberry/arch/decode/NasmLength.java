/** Machine code of instructions as NASM assembles them. */
package org.peaberry.arch.decode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All lines go through one run of NASM; its listing gives each line's bytes. */
final class NasmLength {
    /** Line number, offset, bytes; a dash says that the next line goes on. */
    private static final Pattern LISTED = Pattern.compile("^\\s*\\d+ [0-9A-F]{8} ([0-9A-F()\\[\\]]+)(-?)(\\s.*)?$");

    private NasmLength() {
    }

    /** Bytes of each line, in order. @param bits 16, 32 or 64 */
    static List<byte[]> assemble(int bits, List<String> lines) throws IOException, InterruptedException {
        Path source = Files.createTempFile("instructions", ".asm");
        Path listing = Files.createTempFile("instructions", ".lst");
        Path binary = Files.createTempFile("instructions", ".bin");
        try {
            Files.writeString(source, "bits " + bits + "\n" + String.join("\n", lines) + "\n");
            Process process = new ProcessBuilder("nasm", "-f", "bin", "-w-all", "-l", listing.toString(), "-o", binary.toString(),
                    source.toString()).redirectErrorStream(true).start();
            String messages = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalArgumentException(messages);
            }
            return read(Files.readAllLines(listing), lines.size());
        } finally {
            Files.deleteIfExists(source);
            Files.deleteIfExists(listing);
            Files.deleteIfExists(binary);
        }
    }

    private static List<byte[]> read(List<String> listing, int count) {
        List<byte[]> result = new ArrayList<>();
        StringBuilder digits = new StringBuilder();
        for (String line : listing) {
            Matcher listed = LISTED.matcher(line);
            if (!listed.matches()) {
                continue;
            }
            digits.append(listed.group(1).replaceAll("[^0-9A-F]", ""));
            if (listed.group(2).isEmpty()) {
                result.add(HexFormat.of().parseHex(digits));
                digits.setLength(0);
            }
        }
        if (result.size() != count) {
            throw new IllegalStateException("NASM's listing has " + result.size() + " instructions, not " + count);
        }
        return result;
    }
}
