/** The most memory that this process has had at once, as Linux counts it (proc(5), VmHWM of /proc/self/status). */
package org.peaberry.compiler.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class PeakMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String LINE = "VmHWM:";
    private static final long KIBIBYTES = 1 << 10;

    private PeakMemory() {
    }

    /** In MiB, rounded up; 0 where the system does not tell. */
    static long mebibytes() {
        try {
            return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith(LINE)).mapToLong(PeakMemory::number).findFirst().orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private static long number(String line) {
        long kibibytes = Long.parseLong(line.replaceAll("[^0-9]", ""));
        return (kibibytes + KIBIBYTES - 1) / KIBIBYTES;
    }
}
