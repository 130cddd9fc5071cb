/** The hypervisor's sources, and checks of single texts among them. */
package org.peaberry.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.peaberry.verifier.engine.Verifier;
import org.peaberry.verifier.rule.Finding;
import org.peaberry.verifier.rules.Rules;
import org.peaberry.verifier.source.SourceProblem;
import org.peaberry.verifier.tree.SourceFile;

final class Sources {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    static final List<Path> KERNEL = List.of(source("runtime-baremetal"), source("arch-x86"), source("hv-kernel"));
    private static final List<SourceFile> RUNTIME = parse(source("runtime-baremetal"));

    private Sources() {
    }

    static Path source(String module) {
        return ROOT.resolve(module).resolve("src/main/java");
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> below = Files.walk(folder)) {
            return below.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** What all rules find in a text that can use the runtime's types. */
    static List<Finding> findings(String text) {
        return new Verifier(Rules.all()).verifyTexts(Map.of("Example.java", text), RUNTIME);
    }

    /** What all rules find in a text that can use the frame allocator's types too. */
    static List<Finding> findingsInKernel(String text) {
        return new Verifier(Rules.all()).verifyTexts(Map.of("Example.java", text), Memory.FILES);
    }

    /** A text among the tests' resources. */
    static String resource(String name) {
        try (InputStream file = Sources.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException("no resource " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Read when it is first needed. */
    private static final class Memory {
        static final List<SourceFile> FILES = Stream.of(RUNTIME, parse(source("arch-x86").resolve("org/peaberry/arch/paging")),
                parse(source("hv-kernel").resolve("org/peaberry/kernel/memory"))).flatMap(List::stream).toList();
    }

    private static List<SourceFile> parse(Path folder) {
        List<SourceFile> parsed = new ArrayList<>();
        for (Path file : files(folder)) {
            try {
                parsed.add(SourceFile.parse(file.toString(), Files.readString(file)));
            } catch (IOException | SourceProblem problem) {
                throw new IllegalStateException(file.toString(), problem);
            }
        }
        return parsed;
    }
}
