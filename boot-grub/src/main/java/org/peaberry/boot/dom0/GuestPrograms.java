/** Small C programs that run in dom0, compiled to static binaries. */
package org.peaberry.boot.dom0;

import java.nio.file.Path;
import java.util.List;

import org.peaberry.boot.host.Freshness;
import org.peaberry.boot.host.HostCommand;
import org.peaberry.boot.host.Progress;
import org.peaberry.boot.host.Project;

final class GuestPrograms {
    static final List<String> NAMES = List.of("mark", "getppid", "touch-pages", "fork-wait");

    private final Path sources;
    private final Path binaries;

    GuestPrograms(Project project) {
        sources = project.sources().resolve("c");
        binaries = Project.folder(project.dom0().resolve("bin"));
    }

    /** Compiles what changed; returns the binaries in the order of {@link #NAMES}. */
    List<Path> build() {
        return NAMES.stream().map(this::build).toList();
    }

    private Path build(String name) {
        Path binary = binaries.resolve(name);
        if (!Freshness.isFresh(binary, List.of(sources))) {
            Progress.say("compiling " + name + ".c for dom0");
            HostCommand.of("gcc", "-O2", "-Wall", "-Werror", "-static", "-s", "-o", binary.toString(), sources.resolve(name + ".c").toString()).run();
        }
        return binary;
    }
}
