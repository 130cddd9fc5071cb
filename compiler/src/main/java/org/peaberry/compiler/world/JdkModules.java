/** Class files of the running JDK's modules other than java.base. */
package org.peaberry.compiler.world;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The file system "jrt" has for each package a folder {@code packages/NAME} of links to its modules (JEP 220). */
final class JdkModules {
    private static final FileSystem RUNTIME = FileSystems.getFileSystem(URI.create("jrt:/"));

    private JdkModules() {
    }

    /** Bytes of a class, or null when no module has it. */
    static byte[] find(String internalName) throws IOException {
        int end = internalName.lastIndexOf('/');
        Path links = end < 0 ? null : RUNTIME.getPath("packages", internalName.substring(0, end).replace('/', '.'));
        if (links == null || !Files.isDirectory(links)) {
            return null;
        }
        try (Stream<Path> modules = Files.list(links)) {
            for (Path link : modules.sorted().toList()) {
                Path file = RUNTIME.getPath("modules", link.getFileName().toString(), internalName + ".class");
                if (Files.exists(file)) {
                    return Files.readAllBytes(file);
                }
            }
        }
        return null;
    }
}
