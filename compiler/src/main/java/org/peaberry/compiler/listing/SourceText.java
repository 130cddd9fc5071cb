/** Finds lines of source files for listings. */
package org.peaberry.compiler.listing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.world.ClassInfo;

/** Files are looked for by package below each folder. */
public final class SourceText {
    private final List<Path> folders;
    private final Map<String, List<String>> files = new HashMap<>();

    public SourceText(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** The line without its indentation; empty when its file is not there. */
    String line(SourcePosition position) {
        if (position.method() == null || position.line() == 0) {
            return "";
        }
        List<String> lines = files.computeIfAbsent(path(position.method().owner()), this::read);
        return position.line() <= lines.size() ? lines.get(position.line() - 1).strip() : "";
    }

    private static String path(ClassInfo owner) {
        return owner.name().substring(0, owner.name().lastIndexOf('/') + 1) + owner.node().sourceFile;
    }

    private List<String> read(String path) {
        for (Path folder : folders) {
            Path file = folder.resolve(path);
            if (Files.isRegularFile(file)) {
                try {
                    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
                } catch (IOException e) {
                    return List.of();
                }
            }
        }
        return List.of();
    }

    /** {@code File.java:12}, of inlined code with the calls it came in by. */
    public static String place(SourcePosition position) {
        String file = position.method() == null || position.method().owner().node().sourceFile == null ? "?" : position.method().owner().node().sourceFile;
        String own = file + ":" + position.line();
        return position.caller() == null ? own : own + " in " + place(position.caller());
    }
}
