/** Java sources or class files to an ELF file that boot loaders take: javac, the boot code of arch-x86, peaberryc. */
package org.peaberry.boot.kernel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.peaberry.boot.host.BuildException;
import org.peaberry.boot.host.HostCommand;
import org.peaberry.boot.host.Project;
import org.peaberry.boot.image.NasmAssembler;

/** What kernels may use beside their own classes: the runtime, and arch-x86. */
public final class KernelBuilder {
    private static final List<String> MODULES = List.of("runtime-baremetal", "arch-x86");
    /** Boot loaders look for it; no symbol leads there. */
    private static final Path HEADERS = Path.of("multiboot.o");

    private final Project project;
    private final KernelSettings settings;
    private final Path classes;

    /** @param classes an existing, empty folder for class files */
    public KernelBuilder(Project project, KernelSettings settings, Path classes) {
        this.project = project;
        this.settings = settings;
        this.classes = classes;
    }

    /**
     * Compiles the sources, if there are any; returns the main class.
     *
     * @throws KernelErrors when they are wrong
     */
    public String compileSources() {
        JavaSources sources = JavaSources.in(settings.sources());
        if (!sources.isEmpty()) {
            sources.compile(classPath(), classes);
        } else if (settings.mainClass() == null) {
            throw new BuildException("there is no source file: name one, or the main class of class files with --classpath PATH --main CLASS");
        }
        return settings.mainClass() == null ? sources.firstClass(classes) : settings.mainClass();
    }

    /**
     * Compiles the classes to an image; returns what the compiler prints on the way.
     *
     * @throws KernelErrors when they have errors
     */
    public String link(String mainClass, Path output) {
        List<String> command = new ArrayList<>(List.of(project.module("compiler").resolve("bin/peaberryc").toString(), "--quiet", "--target", "baremetal",
                "--classpath", classPath(), "--main", mainClass, "-o", output.toString()));
        for (Path object : new NasmAssembler(project).assemble()) {
            command.add(object.endsWith(HEADERS) ? "--object" : "--library");
            command.add(object.toString());
        }
        command.addAll(settings.compilerOptions());
        HostCommand.Result result = HostCommand.of(command).result();
        if (result.status() != 0) {
            throw new KernelErrors(result.output());
        }
        return result.output();
    }

    private String classPath() {
        Stream<String> own = Stream.of(classes.toString(), settings.classPath()).filter(path -> !path.isEmpty());
        return Stream.concat(own, MODULES.stream().map(module -> project.classes(module).toString())).collect(Collectors.joining(":"));
    }
}
