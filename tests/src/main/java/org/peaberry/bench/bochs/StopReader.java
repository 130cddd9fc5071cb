/** Reads the stops from what Bochs's debugger writes. */
package org.peaberry.bench.bochs;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.peaberry.boot.host.BuildException;

/** Three lines a stop (Bochs 2.7, bx_debug/dbg_main.cc): "(0) Breakpoint N, ADDRESS in …", "Next at t=TICKS", the instruction with its bytes last. */
final class StopReader {
    private static final Pattern WHERE = Pattern.compile("\\(0\\) Breakpoint \\d+, 0x([0-9a-f]+) in .*");
    private static final Pattern WHEN = Pattern.compile("Next at t=(\\d+)");
    private static final int HEXADECIMAL = 16;

    private StopReader() {
    }

    static void read(Path screen, Consumer<Stop> stops) {
        try (BufferedReader lines = Files.newBufferedReader(screen, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher where = WHERE.matcher(line);
                if (where.find()) {
                    readRest(Long.parseUnsignedLong(where.group(1), HEXADECIMAL), lines, stops);
                }
            }
        } catch (IOException e) {
            throw new BuildException("cannot read what Bochs wrote", e);
        }
    }

    private static void readRest(long address, BufferedReader lines, Consumer<Stop> stops) throws IOException {
        Matcher when = WHEN.matcher(String.valueOf(lines.readLine()));
        String instruction = lines.readLine();
        if (when.matches() && instruction != null) {
            stops.accept(new Stop(address, Long.parseLong(when.group(1)), instruction.substring(instruction.lastIndexOf(' ') + 1)));
        }
    }
}
