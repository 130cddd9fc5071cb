/** {@code peaberry build}: the hypervisor and the ISO image; or what the compiler has to say of the hypervisor. */
package org.peaberry.boot.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.peaberry.boot.host.Progress;
import org.peaberry.boot.host.Project;
import org.peaberry.boot.image.HypervisorBuilder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "build", mixinStandardHelpOptions = true, description = "Compiles everything: boot-grub/target/peaberry.elf and peaberry.iso.",
        footer = {"", "Such as: ./peaberry build --report boot-grub/target/report", "         ./peaberry build --compiler=--explain=XenVersion.call",
            "         ./peaberry build --compiler=--emit=asm --compiler=--method=XenVersion.call"})
public final class BuildCommand implements Runnable {
    @Option(names = "--report", paramLabel = "DIR", description = "Writes DIR/index.html as well: the hypervisor's code size, image heap, stack depth and reachability.")
    private Path report;

    @Option(names = "--compiler", paramLabel = "OPTION", description = "Compiles the hypervisor once more with an option of peaberryc, and prints what that says; "
            + "may be repeated. 'compiler/bin/peaberryc --help' lists them.")
    private List<String> compilerOptions = new ArrayList<>();

    @Override
    public void run() {
        Project project = Project.current();
        Path iso = new Products(project).iso();
        Progress.say("built " + project.root().relativize(project.elf()) + " and " + project.root().relativize(iso));
        List<String> options = new ArrayList<>(compilerOptions);
        if (report != null) {
            options.addAll(List.of("--report", report.toAbsolutePath().toString()));
        }
        if (!options.isEmpty()) {
            Path image = Project.folder(project.target().resolve("report")).resolve(project.elf().getFileName());
            System.out.print(new HypervisorBuilder(project).buildWith(image, options));
            System.out.flush();
        }
        if (report != null) {
            Progress.say("open " + report.resolve("index.html") + " in a browser");
        }
    }
}
