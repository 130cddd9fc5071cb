/** What Bochs writes about its machine, followed while it runs: power-off, resets, and what it could not do. */
package org.peaberry.boot.machine;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The messages are those of Bochs 2.7: iodev/acpi.cc, iodev/unmapped.cc, pc_system.cc, logio.cc. */
final class BochsLog {
    private static final String POWER_OFF = "ACPI control: soft power off";
    private static final String SHUTDOWN_PORT = "Shutdown port: shutdown requested";
    private static final String RESET = "bx_pc_system_c::Reset(";
    private static final String PANIC = ">>PANIC<<";
    private static final int RESETS_AT_START = 1;
    private static final int LAST_LINES = 10;

    private final Path file;
    private final Path early;
    private final StringBuilder line = new StringBuilder();
    private long position;
    private boolean poweredOff;
    private int resets;

    /** @param early where Bochs writes until it has read the log's name */
    BochsLog(Path file, Path early) {
        this.file = file;
        this.early = early;
    }

    /** Reads what was added. */
    void follow() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(position);
            byte[] added = new byte[(int) (log.length() - position)];
            log.readFully(added);
            position += added.length;
            take(new String(added, StandardCharsets.ISO_8859_1));
        }
    }

    boolean poweredOff() {
        return poweredOff;
    }

    /** Whether the machine was reset after its start. */
    boolean wasReset() {
        return resets > RESETS_AT_START;
    }

    /** Why Bochs gave up: its panics, or when it had none, its last lines. */
    List<String> failure() throws IOException {
        Path source = Files.exists(file) ? file : early;
        List<String> all = Files.readAllLines(source, StandardCharsets.ISO_8859_1);
        List<String> panics = all.stream().filter(message -> message.contains(PANIC)).toList();
        return panics.isEmpty() ? all.subList(Math.max(0, all.size() - LAST_LINES), all.size()) : panics;
    }

    private void take(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                judge(line.toString());
                line.setLength(0);
            } else {
                line.append(text.charAt(i));
            }
        }
    }

    private void judge(String message) {
        poweredOff |= message.contains(POWER_OFF) || message.contains(SHUTDOWN_PORT);
        resets += message.contains(RESET) ? 1 : 0;
    }
}
