/** Checks source files against the dialect's grammar and source rules. */
package org.peaberry.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "verifier", mixinStandardHelpOptions = true, description = "Checks Java sources against the rules of the dialect.")
public final class Main implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Source files, or folders that hold some.")
    private List<Path> paths;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    /** Status 0 when every file is in the dialect, 1 otherwise. */
    @Override
    public Integer call() throws IOException {
        int violations = 0;
        for (Path file : files()) {
            for (Violation violation : SourceFile.read(file).check()) {
                System.err.println(violation.text());
                violations++;
            }
        }
        return violations == 0 ? 0 : 1;
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            try (Stream<Path> below = Files.walk(path)) {
                below.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
            }
        }
        return files;
    }
}
