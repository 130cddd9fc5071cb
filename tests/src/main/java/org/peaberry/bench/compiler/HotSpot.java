/** The JVM that builds the project, warmed up. */
package org.peaberry.bench.compiler;

import java.util.List;

import org.peaberry.bench.kernels.KernelMain;

final class HotSpot implements Contender {
    private static final String WARM_UP = "300";

    private final SuiteFiles files;

    HotSpot(SuiteFiles files) {
        this.files = files;
    }

    /** Maven has compiled it. */
    @Override
    public void build() {
    }

    @Override
    public List<String> command(String kernel) {
        return List.of("java", "-cp", files.classPath(), KernelMain.class.getName(), kernel, WARM_UP, SuiteFiles.TIMED_RUNS);
    }
}
