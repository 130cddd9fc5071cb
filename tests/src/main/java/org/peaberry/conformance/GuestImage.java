/** Builds the guest of {@link org.peaberry.conformance.guest} with peaberryc: an ELF file with a PVH entry. */
package org.peaberry.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.peaberry.boot.host.Freshness;
import org.peaberry.boot.host.HostCommand;
import org.peaberry.boot.host.Progress;
import org.peaberry.boot.host.Project;
import org.peaberry.conformance.guest.ConformanceGuest;
import org.peaberry.conformance.guest.GuestMemory;

public final class GuestImage {
    private static final List<String> ENTRY_OBJECTS = List.of("boot", "multiboot", "traps");
    private static final List<String> MODULES = List.of("runtime-baremetal", "arch-x86", "tests", "compiler");

    private final Project project;
    private final Path folder;

    public GuestImage(Project project) {
        this.project = project;
        folder = Project.folder(project.module("tests").resolve("target/conformance"));
    }

    /** Builds it when something that it is made from changed. */
    public Path build() {
        Path image = folder.resolve("guest.elf");
        if (!Freshness.isFresh(image, ingredients())) {
            Progress.say("peaberryc: the conformance guest");
            HostCommand.of(command(image)).run();
        }
        return image;
    }

    private List<Path> ingredients() {
        List<Path> all = new ArrayList<>(MODULES.stream().map(project::classes).toList());
        all.addAll(sources());
        return all;
    }

    private List<String> command(Path image) {
        List<String> command = new ArrayList<>(List.of(project.module("compiler").resolve("bin/peaberryc").toString(), "--target", "baremetal",
                "--load-address", Long.toString(GuestMemory.IMAGE), "--verify", "--classpath", classPath(), "--main", ConformanceGuest.class.getName(),
                "-o", image.toString()));
        for (Path source : sources()) {
            command.add("--object");
            command.add(assemble(source));
        }
        return command;
    }

    private String classPath() {
        return String.join(":", MODULES.stream().map(module -> project.classes(module).toString()).toList());
    }

    private List<Path> sources() {
        List<Path> sources = new ArrayList<>();
        for (String name : ENTRY_OBJECTS) {
            sources.add(project.module("arch-x86").resolve("src/main/nasm/" + name + ".asm"));
        }
        sources.add(project.module("tests").resolve("src/main/nasm/pvh.asm"));
        return sources;
    }

    private String assemble(Path source) {
        String object = folder.resolve(source.getFileName() + ".o").toString();
        HostCommand.of("nasm", "-f", "elf64", "-o", object, source.toString()).run();
        return object;
    }
}
