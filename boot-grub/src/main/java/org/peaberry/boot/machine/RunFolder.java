/** A folder of its own for a run, removed after it, also when the run is interrupted. */
package org.peaberry.boot.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.peaberry.boot.host.BuildException;

/** Its path is short: a socket's may have 107 characters. */
public final class RunFolder implements AutoCloseable {
    private final Path path;

    public RunFolder() {
        try {
            path = Files.createTempDirectory("peaberry-");
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        } catch (IOException e) {
            throw new BuildException("cannot make a temporary folder", e);
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new BuildException("cannot remove the folder " + path, e);
        }
    }
}
