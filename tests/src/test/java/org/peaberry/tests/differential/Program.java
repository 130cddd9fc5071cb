/** A test program: its source, its arguments, and the results written beside the statements that print them. */
package org.peaberry.tests.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In a source, {@code //= text} is the next expected line of output, {@code //! arguments a b} and {@code //! exit 3} say how the program is
 * started and how it ends. Longer output stands in {@code Name.expected} beside {@code Name.java}.
 *
 * @param name     class, with its package
 * @param expected standard output and exit status
 */
record Program(String name, Path source, List<String> arguments, Outcome expected) {
    private static final Pattern RESULT = Pattern.compile("//= ?(.*)$", Pattern.MULTILINE);
    private static final Pattern ARGUMENTS = Pattern.compile("^//! arguments (.*)$", Pattern.MULTILINE);
    private static final Pattern EXIT = Pattern.compile("^//! exit (\\d+)$", Pattern.MULTILINE);
    private static final String JAVA = ".java";

    /** @param root the folder of the default package */
    static Program read(Path root, Path source) throws IOException {
        String text = Files.readString(source);
        String file = root.relativize(source).toString();
        String name = file.substring(0, file.length() - JAVA.length()).replace('/', '.');
        Matcher arguments = ARGUMENTS.matcher(text);
        Matcher exit = EXIT.matcher(text);
        return new Program(name, source, arguments.find() ? List.of(arguments.group(1).split(" ")) : List.of(),
                new Outcome(expectedOutput(source, text), exit.find() ? Integer.parseInt(exit.group(1)) : 0));
    }

    private static String expectedOutput(Path source, String text) throws IOException {
        Path beside = Path.of(source.toString().replace(JAVA, ".expected"));
        if (Files.exists(beside)) {
            return Files.readString(beside);
        }
        StringBuilder lines = new StringBuilder();
        RESULT.matcher(text).results().forEach(line -> lines.append(line.group(1)).append('\n'));
        return lines.toString();
    }

    /** Whether the program ends in another way than by returning from main. */
    boolean exits() {
        return expected.status() != 0;
    }

    @Override
    public String toString() {
        return name;
    }
}
