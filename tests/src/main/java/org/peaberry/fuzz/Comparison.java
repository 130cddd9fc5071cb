/** One program run by HotSpot and, compiled, by itself. */
package org.peaberry.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.peaberry.compiler.driver.Main;

/** @param messages the compiler's, when it made no image; null otherwise */
record Comparison(ProcessRun expected, ProcessRun actual, String messages) {
    /** Its frames are larger than those of compiled code: what overflows there overflows here. */
    private static final String DEEP_STACK = "-Xss900m";
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** @param classes folder with the class files; what the runs print is kept in it */
    static Comparison of(Path classes, String mainClass) throws IOException {
        Path image = classes.resolve(mainClass + ".elf");
        Files.deleteIfExists(image);
        String messages = compile(classes, mainClass, image);
        ProcessRun expected = ProcessRun.of(List.of(JAVA, "-Xshare:auto", DEEP_STACK, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8",
                "-cp", classes.toString(), mainClass), classes.resolve("expected.txt"));
        ProcessRun actual = Files.exists(image) ? ProcessRun.of(List.of(image.toAbsolutePath().toString()), classes.resolve("actual.txt")) : null;
        return new Comparison(expected, actual, actual == null ? messages : null);
    }

    /** With the compiler's verifiers on. Standard error is captured: one compilation at a time. */
    private static synchronized String compile(Path classes, String mainClass, Path image) {
        PrintStream saved = System.err;
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        try (PrintStream captured = new PrintStream(messages, true, StandardCharsets.UTF_8)) {
            System.setErr(captured);
            Main.run("--target", "linux", "--verify", "--classpath", classes.toString(), "--main", mainClass, "-o", image.toString());
        } finally {
            System.setErr(saved);
        }
        return messages.toString(StandardCharsets.UTF_8);
    }

    boolean agrees() {
        return actual != null && actual.equals(expected);
    }

    /** HotSpot itself took too long: says nothing about the compiler. */
    boolean isInconclusive() {
        return expected.status() == ProcessRun.TIMED_OUT;
    }

    /** What differs, in a few lines. */
    String difference() {
        if (actual == null) {
            return "peaberryc made no image:\n" + messages.lines().filter(line -> !line.startsWith("peaberryc: ")).limit(8).reduce("", (a, b) -> a + "    " + b + "\n");
        }
        List<String> left = expected.output().lines().toList();
        List<String> right = actual.output().lines().toList();
        int line = 0;
        while (line < left.size() && line < right.size() && left.get(line).equals(right.get(line))) {
            line++;
        }
        return "HotSpot:  " + (line < left.size() ? left.get(line) : "ends with status " + expected.status())
                + "\ncompiled: " + (line < right.size() ? right.get(line) : "ends with status " + actual.status());
    }
}
