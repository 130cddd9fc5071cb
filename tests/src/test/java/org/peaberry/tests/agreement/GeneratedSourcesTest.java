/** What the grammar and javac take of generated classes, peaberryc compiles as HotSpot runs it, or rejects with errors of its own. */
package org.peaberry.tests.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.peaberry.fuzz.ProcessRun;
import org.peaberry.verifier.engine.Verifier;

/** More classes: -Dpeaberry.agreement.first=1000 -Dpeaberry.agreement.count=4000. */
class GeneratedSourcesTest {
    private static final Path SUPPORT = Path.of("src/test/agreement/generated/Support.java");
    private static final Path OUTPUT = Path.of("target/agreement");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String MAIN = "generated.All";
    private static final Verifier GRAMMAR = new Verifier(List.of());
    private static final int FIRST = Integer.getInteger("peaberry.agreement.first", 0);
    private static final int COUNT = Integer.getInteger("peaberry.agreement.count", 20);
    private static final int BATCH = 20;
    private static final int FEWEST_METHODS = 5;
    private static final int MOST_ROUNDS = 25;

    @Test
    void generatedClassesAreCompiledOrRejectedWithClearErrors() throws IOException {
        int methods = 0;
        int rejected = 0;
        for (int first = FIRST; first < FIRST + COUNT; first += BATCH) {
            List<GeneratedClass> batch = new ArrayList<>();
            for (int i = first; i < first + BATCH; i++) {
                batch.add(new GeneratedClass("Generated" + i, i));
            }
            Path classes = OUTPUT.resolve("batch" + first);
            keepWhatTheGrammarTakes(batch);
            keepWhatJavacTakes(batch, classes);
            int before = count(batch);
            assertRunsAsOnHotSpot(keepWhatPeaberrycTakes(batch, classes), classes);
            methods += count(batch);
            rejected += before - count(batch);
        }
        assertTrue(methods > FEWEST_METHODS * COUNT, "only " + methods + " methods came as far as peaberryc");
        assertTrue(rejected > 0, "nothing was outside of the dialect");
    }

    private static int count(List<GeneratedClass> batch) {
        return batch.stream().mapToInt(GeneratedClass::size).sum();
    }

    private static void keepWhatTheGrammarTakes(List<GeneratedClass> batch) {
        for (GeneratedClass one : batch) {
            TreeSet<Integer> lines = new TreeSet<>();
            GRAMMAR.verifyText(one.name() + ".java", one.source()).forEach(finding -> lines.add(finding.position().line()));
            assertEquals(!lines.isEmpty(), one.leaveOut(lines) > 0, () -> lines + " in\n" + one.source());
        }
    }

    private static void keepWhatJavacTakes(List<GeneratedClass> batch, Path classes) throws IOException {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Map<String, TreeSet<Integer>> errors = errorsOfJavac(batch, classes);
            if (errors.isEmpty()) {
                return;
            }
            for (GeneratedClass one : batch) {
                one.leaveOut(errors.getOrDefault("generated/" + one.name() + ".java", new TreeSet<>()));
            }
        }
        throw new AssertionError("javac finds errors without end: " + JavaSources.compile(sources(batch), classes));
    }

    /** Javac 17 dies of some classes with patterns in lambdas: these are emptied. */
    private static Map<String, TreeSet<Integer>> errorsOfJavac(List<GeneratedClass> batch, Path classes) throws IOException {
        try {
            return JavaSources.compile(sources(batch), classes);
        } catch (IllegalStateException e) {
            for (GeneratedClass one : batch) {
                try {
                    JavaSources.compile(sources(List.of(one)), classes);
                } catch (IllegalStateException ofOne) {
                    one.leaveOutAll();
                }
            }
            return JavaSources.compile(sources(batch), classes);
        }
    }

    /** Compiles until nothing is rejected any more; returns the image. */
    private static Path keepWhatPeaberrycTakes(List<GeneratedClass> batch, Path classes) throws IOException {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            CompilerAnswer answer = CompilerAnswer.of(classes.toString(), MAIN, "linux");
            assertTrue(answer.isClear(), () -> classes + ": status " + answer.status() + "\n" + answer.messages());
            if (answer.status() == 0) {
                return answer.image();
            }
            int left = 0;
            for (GeneratedClass one : batch) {
                left += one.leaveOut(answer.places().getOrDefault(one.name() + ".java", new TreeSet<>()));
            }
            assertTrue(left > 0, () -> "errors that name no place in the program:\n" + answer.messages());
            assertEquals(Map.of(), JavaSources.compile(sources(batch), classes));
        }
        throw new AssertionError("peaberryc finds errors without end");
    }

    private static void assertRunsAsOnHotSpot(Path image, Path classes) throws IOException {
        ProcessRun expected = ProcessRun.of(List.of(JAVA.toString(), "-Xshare:auto", "-Dfile.encoding=UTF-8", "-cp", classes.toString(), MAIN), classes.resolve("expected.txt"));
        ProcessRun actual = ProcessRun.of(List.of(image.toAbsolutePath().toString()), classes.resolve("actual.txt"));
        List<String> missing = new ArrayList<>(expected.output().lines().toList());
        actual.output().lines().forEach(missing::remove);
        assertEquals(List.of(), missing, () -> classes + ": not printed by compiled code, which says:\n" + actual.output());
        assertEquals(expected.status(), actual.status(), classes.toString());
        Files.delete(image);
    }

    private static Map<String, String> sources(List<GeneratedClass> batch) throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        StringBuilder all = new StringBuilder("package generated;\npublic class All {\npublic static void main(String[] arguments) {\n");
        for (GeneratedClass one : batch) {
            sources.put("generated/" + one.name() + ".java", one.source());
            all.append(one.name()).append(".all();\n");
        }
        sources.put("generated/All.java", all + "}\n}\n");
        sources.put("generated/Support.java", Files.readString(SUPPORT));
        return sources;
    }
}
