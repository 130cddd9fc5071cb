/** Compares generated programs, batch by batch, and keeps those that behave differently when they are compiled. */
package org.peaberry.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

public final class Fuzzer {
    private static final int BATCH = 25;

    private final Path folder;
    private final int minimizingSeconds;
    private final Consumer<String> progress;

    /**
     * @param folder            where failing programs are kept, in a folder each
     * @param minimizingSeconds how long each failing program is made smaller
     */
    public Fuzzer(Path folder, int minimizingSeconds, Consumer<String> progress) {
        this.folder = folder;
        this.minimizingSeconds = minimizingSeconds;
        this.progress = progress;
    }

    /**
     * Runs the programs of seeds {@code first} to {@code first + count - 1}.
     *
     * @return what failed, each with its seed, what differs, and where the program is
     */
    public List<String> run(long first, int count) {
        List<String> failures = new ArrayList<>();
        try {
            for (long seed = first; seed < first + count; seed += BATCH) {
                int size = (int) Math.min(BATCH, first + count - seed);
                Path batch = folder.resolve("batch");
                deleteFiles(batch);
                for (long suspect : new ProgramBatch(seed, size).suspects(batch)) {
                    examine(suspect, failures);
                }
                progress.accept("seeds " + first + " to " + (seed + size - 1) + ": " + failures.size() + " failures");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return failures;
    }

    private void examine(long seed, List<String> failures) throws IOException {
        String name = ProgramBatch.className(seed);
        Path kept = folder.resolve(name);
        String source = ProgramGenerator.source(name, seed);
        JavaSources.compile(Map.of(name, source), kept);
        Comparison comparison = Comparison.of(kept, name);
        if (comparison.agrees() || comparison.isInconclusive()) {
            return;
        }
        String failure = "seed " + seed + ": " + kept + "/" + name + ".java\n" + comparison.difference();
        progress.accept(failure);
        failures.add(failure);
        String smaller = new Minimizer(name, Files.createDirectories(kept.resolve("minimizing")), minimizingSeconds).minimize(source);
        Files.writeString(Files.createDirectories(kept.resolve("minimized")).resolve(name + ".java"), smaller);
        progress.accept("  minimized to " + smaller.lines().count() + " lines: " + kept.resolve("minimized"));
    }

    private static void deleteFiles(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
