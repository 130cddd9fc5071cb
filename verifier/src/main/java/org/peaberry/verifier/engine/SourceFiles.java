/** Finds and parses source files, several at a time. */
package org.peaberry.verifier.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.peaberry.verifier.source.Position;
import org.peaberry.verifier.source.SourceProblem;
import org.peaberry.verifier.source.SourceText;
import org.peaberry.verifier.tree.SourceFile;

final class SourceFiles {
    private SourceFiles() {
    }

    /** The Java files among paths and below folders, each once, in order. */
    static List<Path> find(List<Path> paths) throws IOException {
        Set<Path> found = new TreeSet<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> below = Files.walk(path)) {
                    below.filter(file -> file.toString().endsWith(".java") && Files.isRegularFile(file)).forEach(found::add);
                }
            } else {
                found.add(path);
            }
        }
        return new ArrayList<>(found);
    }

    /** A file or why there is none. */
    static ParseResult parse(Path path) {
        String name = path.toString();
        try {
            return parse(name, SourceText.read(path));
        } catch (SourceProblem problem) {
            return ParseResult.failed(name, problem.position(), problem.getMessage());
        } catch (IOException problem) {
            return ParseResult.failed(name, Position.START, "the file cannot be read: " + problem.getMessage());
        }
    }

    static ParseResult parse(String name, String text) {
        try {
            return new ParseResult(name, SourceFile.parse(name, text), null, null);
        } catch (SourceProblem problem) {
            return ParseResult.failed(name, problem.position(), problem.getMessage());
        } catch (StackOverflowError tooDeep) {
            return ParseResult.failed(name, Position.START, "nested too deeply to be read: name the parts and split it");
        }
    }

    /** @param file null when it could not be read, for the reason at the place */
    record ParseResult(String name, SourceFile file, Position place, String reason) {
        static ParseResult failed(String name, Position place, String reason) {
            return new ParseResult(name, null, place, reason);
        }
    }
}
