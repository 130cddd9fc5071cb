/** The kernels' twins in C, a program each, compiled by gcc -O2. */
package org.peaberry.bench.compiler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.peaberry.bench.kernels.Kernels;
import org.peaberry.bench.kernels.XzSample;
import org.peaberry.boot.host.BuildException;
import org.peaberry.boot.host.HostCommand;

final class GccPrograms implements Contender {
    private static final String XZ = "xzdecode";

    private final SuiteFiles files;

    GccPrograms(SuiteFiles files) {
        this.files = files;
    }

    @Override
    public void build() {
        try {
            Files.write(sample(), XzSample.packed());
        } catch (IOException e) {
            throw new BuildException("cannot write " + sample(), e);
        }
        Kernels.NAMES.forEach(this::build);
    }

    private void build(String kernel) {
        compile("-c", "-o", object(kernel).toString(), files.source(kernel + ".c").toString());
        List<String> link = new ArrayList<>(List.of("-o", program(kernel).toString(), object(kernel).toString(), files.source("main.c").toString()));
        if (kernel.equals(XZ)) {
            link.add("-llzma");
        }
        compile(link.toArray(String[]::new));
    }

    private static void compile(String... arguments) {
        List<String> command = new ArrayList<>(List.of("gcc", "-O2", "-Wall", "-Wextra", "-Werror"));
        command.addAll(List.of(arguments));
        HostCommand.of(command).run();
    }

    Path object(String kernel) {
        return files.folder().resolve(kernel + ".o");
    }

    private Path program(String kernel) {
        return files.folder().resolve("c-" + kernel);
    }

    private Path sample() {
        return files.folder().resolve("sample.xz");
    }

    @Override
    public List<String> command(String kernel) {
        return List.of(program(kernel).toString(), sample().toString(), SuiteFiles.WARM_RUNS, SuiteFiles.TIMED_RUNS);
    }
}
