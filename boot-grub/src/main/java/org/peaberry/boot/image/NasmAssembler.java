/** NASM sources of arch-x86 to object files. */
package org.peaberry.boot.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.peaberry.boot.host.BuildException;
import org.peaberry.boot.host.Freshness;
import org.peaberry.boot.host.HostCommand;
import org.peaberry.boot.host.Progress;
import org.peaberry.boot.host.Project;

public final class NasmAssembler {
    private final Path sources;
    private final Path objects;

    public NasmAssembler(Project project) {
        sources = project.module("arch-x86").resolve("src/main/nasm");
        objects = Project.folder(project.target().resolve("nasm"));
    }

    /** Assembles what changed; returns every object file, in alphabetical order. */
    public List<Path> assemble() {
        List<Path> results = new ArrayList<>();
        for (Path source : sourceFiles()) {
            results.add(assemble(source));
        }
        return results;
    }

    private Path assemble(Path source) {
        Path object = objects.resolve(source.getFileName().toString().replaceAll("\\.asm$", ".o"));
        if (!Freshness.isFresh(object, List.of(source))) {
            Progress.say("assembling " + source.getFileName());
            HostCommand.of("nasm", "-f", "elf64", "-g", "-F", "dwarf", "-i", sources + "/", "-o", object.toString(), source.toString()).run();
        }
        return object;
    }

    private List<Path> sourceFiles() {
        try (Stream<Path> files = Files.list(sources)) {
            return files.filter(file -> file.toString().endsWith(".asm")).sorted().toList();
        } catch (IOException e) {
            throw new BuildException("cannot list " + sources, e);
        }
    }
}
