/** Where the suite's sources and products are, and how often kernels run. */
package org.peaberry.bench.compiler;

import java.nio.file.Path;

import org.peaberry.boot.host.BuildException;
import org.peaberry.boot.host.Project;

record SuiteFiles(Project project) {
    static final String WARM_RUNS = "3";
    static final String TIMED_RUNS = "150";

    Path folder() {
        return Project.folder(project.module("tests").resolve("target/kernels"));
    }

    Path source(String name) {
        return project.module("tests").resolve("src/main/c/kernels").resolve(name);
    }

    Path compiler() {
        return project.module("compiler").resolve("bin/peaberryc");
    }

    /** The kernels and XZ for Java. */
    String classPath() {
        Path xz = project.libraries().stream().filter(jar -> jar.getFileName().toString().startsWith("xz-")).findFirst()
                .orElseThrow(() -> new BuildException("XZ for Java is not among hv-kernel's libraries: compile with ./peaberry build"));
        return project.classes("tests") + ":" + xz;
    }
}
