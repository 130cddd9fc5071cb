/** All kernels in one Linux program compiled by peaberryc. */
package org.peaberry.bench.compiler;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.peaberry.bench.kernels.KernelMain;
import org.peaberry.boot.host.HostCommand;

final class PeaberrycProgram implements Contender {
    private final SuiteFiles files;
    private final String name;
    private final List<String> options;

    /** @param options more of peaberryc's */
    PeaberrycProgram(SuiteFiles files, String name, List<String> options) {
        this.files = files;
        this.name = name;
        this.options = options;
    }

    Path program() {
        return files.folder().resolve(name);
    }

    @Override
    public void build() {
        List<String> command = new ArrayList<>(List.of(files.compiler().toString(), "--target", "linux", "--classpath", files.classPath(),
                "--main", KernelMain.class.getName(), "-o", program().toString()));
        command.addAll(options);
        HostCommand.of(command).run();
    }

    @Override
    public List<String> command(String kernel) {
        return List.of(program().toString(), kernel, SuiteFiles.WARM_RUNS, SuiteFiles.TIMED_RUNS);
    }
}
