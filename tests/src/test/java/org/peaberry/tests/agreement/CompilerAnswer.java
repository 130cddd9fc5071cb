/** What peaberryc says of a program: an image, or errors with their places and nothing else. */
package org.peaberry.tests.agreement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.peaberry.compiler.driver.Main;

/**
 * @param status 0 compiled, 1 rejected
 * @param image  where the ELF file is, when it compiled
 */
record CompilerAnswer(int status, String messages, Path image) {
    private static final Path IMAGES = Path.of("target/agreement/images");
    /** Said of a program without errors, too. */
    private static final Pattern LIBRARIES = Pattern.compile("^peaberryc: \\d+ places? in libraries .*\\n", Pattern.MULTILINE);
    private static final Pattern ERROR = Pattern.compile("^(\\w+\\.java):(\\d+): error: \\S.*$", Pattern.MULTILINE);
    /** A function of an object file, which the program was not given. */
    private static final Pattern UNDEFINED = Pattern.compile("^symbol '\\w+' is not defined\\n  used by ", Pattern.MULTILINE);
    private static final Pattern FRAME = Pattern.compile("(\\w+\\.java):(\\d+)");
    private static final Pattern COUNT = Pattern.compile("^(\\d+) errors?( \\(\\d+ not shown\\))?$", Pattern.MULTILINE);
    private static final List<String> OWN_FAULTS = List.of("\tat ", "internal error", "Exception:", "Exception in");

    /** Not for several threads at once: standard error is captured. */
    static CompilerAnswer of(String classPath, String mainClass, String target) throws IOException {
        Path image = Files.createDirectories(IMAGES).resolve(mainClass);
        PrintStream saved = System.err;
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        try (PrintStream captured = new PrintStream(messages, true, StandardCharsets.UTF_8)) {
            System.setErr(captured);
            int status = Main.run("--target", target, "--verify", "--quiet", "--classpath", classPath, "--main", mainClass, "-o", image.toString());
            return new CompilerAnswer(status, LIBRARIES.matcher(messages.toString(StandardCharsets.UTF_8)).replaceAll(""), image);
        } finally {
            System.setErr(saved);
        }
    }

    /** Whether it is one of the two answers that a compiler may give. */
    boolean isClear() {
        if (status == 0) {
            return messages.isEmpty();
        }
        boolean hasPlaces = ERROR.matcher(messages).find() && COUNT.matcher(messages).find();
        return status == 1 && (hasPlaces || UNDEFINED.matcher(messages).find()) && OWN_FAULTS.stream().noneMatch(messages::contains);
    }

    /** Lines that errors name, by file: where the fault is, and where the calls are that lead to it. */
    Map<String, TreeSet<Integer>> places() {
        Map<String, TreeSet<Integer>> places = new TreeMap<>();
        Matcher frames = FRAME.matcher(messages);
        while (frames.find()) {
            places.computeIfAbsent(frames.group(1), file -> new TreeSet<>()).add(Integer.parseInt(frames.group(2)));
        }
        return places;
    }
}
