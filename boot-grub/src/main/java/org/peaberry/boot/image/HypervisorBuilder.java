/** Class files and NASM objects to peaberry.elf, by peaberryc. */
package org.peaberry.boot.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.peaberry.boot.host.Freshness;
import org.peaberry.boot.host.HostCommand;
import org.peaberry.boot.host.Progress;
import org.peaberry.boot.host.Project;

public final class HypervisorBuilder {
    /** How lines start by which the compiler tells what it proved. */
    private static final List<String> PROOFS = List.of("peaberryc: stack of ", "peaberryc: objects that go ");
    private static final String MAIN_CLASS = "org.peaberry.kernel.Hypervisor";
    private static final List<String> MODULES = List.of("runtime-baremetal", "arch-x86", "hv-kernel");

    private final Project project;

    public HypervisorBuilder(Project project) {
        this.project = project;
    }

    /** Builds when something it is made from changed; returns the ELF file. */
    public Path build() {
        List<Path> objects = new NasmAssembler(project).assemble();
        if (!Freshness.isFresh(project.elf(), ingredients(objects))) {
            compile(objects);
        }
        return project.elf();
    }

    /** Builds even when nothing changed; returns what that took. */
    public CompilationCost rebuild() {
        return compile(new NasmAssembler(project).assemble());
    }

    /** Builds to another file with the compiler's own checks on: of the IR after each step, and of the register allocation. */
    public void buildVerified(Path output) {
        List<String> words = new ArrayList<>(command(new NasmAssembler(project).assemble(), output));
        words.add("--verify");
        HostCommand.of(words).run();
    }

    /** Builds to another file, with more of the compiler's options; returns what it prints. */
    public String buildWith(Path output, List<String> options) {
        List<String> words = new ArrayList<>(command(new NasmAssembler(project).assemble(), output));
        words.addAll(options);
        return HostCommand.of(words).printed();
    }

    private CompilationCost compile(List<Path> objects) {
        Progress.say("peaberryc: class files to " + project.root().relativize(project.elf()));
        long start = System.nanoTime();
        List<String> words = new ArrayList<>(command(objects, project.elf()));
        words.add("--time");
        String report = HostCommand.of(words).run();
        CompilationCost cost = CompilationCost.of((System.nanoTime() - start) / 1_000_000, report);
        report.lines().filter(line -> PROOFS.stream().anyMatch(line::startsWith)).forEach(Progress::say);
        Progress.say("peaberryc took " + cost.milliseconds() / 1000 + "." + cost.milliseconds() % 1000 / 100 + " s");
        return cost;
    }

    private List<String> command(List<Path> objects, Path output) {
        List<String> words = new ArrayList<>(List.of(compiler().toString(), "--target", "baremetal", "--classpath", classPath(), "--main", MAIN_CLASS,
                "--null-checks", "fault"));
        for (Path object : objects) {
            words.add("--object");
            words.add(object.toString());
        }
        words.add("-o");
        words.add(output.toString());
        return words;
    }

    private List<Path> ingredients(List<Path> objects) {
        List<Path> all = new ArrayList<>(objects);
        MODULES.forEach(module -> all.add(project.classes(module)));
        all.addAll(project.libraries());
        all.add(project.classes("compiler"));
        all.add(compiler());
        return all;
    }

    private String classPath() {
        Stream<Path> modules = MODULES.stream().map(project::classes);
        return Stream.concat(modules, project.libraries().stream()).map(Path::toString).collect(Collectors.joining(":"));
    }

    private Path compiler() {
        return project.module("compiler").resolve("bin/peaberryc");
    }
}
