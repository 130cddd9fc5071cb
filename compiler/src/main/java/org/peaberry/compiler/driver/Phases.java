/** Names, times and shows the phases of a compilation. */
package org.peaberry.compiler.driver;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

final class Phases {
    private static final long NANOSECONDS_PER_MILLISECOND = 1_000_000;

    private final PrintStream progress;
    private final boolean isQuiet;
    private final Map<String, Long> milliseconds = new LinkedHashMap<>();

    /** @param progress where each phase is announced, and what it found, or null */
    Phases(PrintStream progress) {
        this(progress, false);
    }

    /** @param isQuiet whether phases are not announced, but only what they found */
    Phases(PrintStream progress, boolean isQuiet) {
        this.progress = progress;
        this.isQuiet = isQuiet;
    }

    <T> T run(String name, Supplier<T> phase) {
        if (!isQuiet) {
            say(name);
        }
        long start = System.nanoTime();
        try {
            return phase.get();
        } finally {
            milliseconds.merge(name, (System.nanoTime() - start) / NANOSECONDS_PER_MILLISECOND, Long::sum);
        }
    }

    /** Tells what was found. */
    void say(String text) {
        if (progress != null) {
            progress.println("peaberryc: " + text);
        }
    }

    /** One line per phase, and one for the memory that all took. */
    String report() {
        StringBuilder text = new StringBuilder();
        milliseconds.forEach((name, time) -> text.append(String.format("%8d ms  %s%n", time, name)));
        text.append(String.format("%8d MiB peak memory%n", PeakMemory.mebibytes()));
        return text.toString();
    }
}
