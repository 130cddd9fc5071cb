/** What a build makes, and in which order. */
package org.peaberry.boot.command;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.peaberry.boot.dom0.Dom0Payload;
import org.peaberry.boot.host.Freshness;
import org.peaberry.boot.host.Progress;
import org.peaberry.boot.host.Project;
import org.peaberry.boot.image.HypervisorBuilder;
import org.peaberry.boot.iso.BootFiles;
import org.peaberry.boot.iso.GrubIso;

public final class Products {
    private final Project project;

    public Products(Project project) {
        this.project = project;
    }

    /** peaberry.elf with the default dom0 and command lines. */
    public BootFiles bootFiles() {
        Dom0Payload dom0 = new Dom0Payload(project);
        return new BootFiles(new HypervisorBuilder(project).build(), dom0.kernel(), dom0.initrd(),
                BootFiles.DEFAULT_HYPERVISOR_OPTIONS, BootFiles.DEFAULT_KERNEL_OPTIONS);
    }

    /** The same with dom0's kernel as Debian ships it, which the hypervisor unpacks. */
    public BootFiles stockBootFiles() {
        return bootFiles().withKernel(new Dom0Payload(project).packedKernel());
    }

    /** peaberry.iso with the stock kernel, written again when something in it changed. */
    public Path iso() {
        BootFiles files = stockBootFiles();
        if (!Freshness.isFresh(project.iso(), ingredients(files))) {
            Progress.say("writing " + project.root().relativize(project.iso()));
            new GrubIso(project.target().resolve("iso")).write(files, false, project.iso());
        }
        return project.iso();
    }

    /** The loaded files, and this module's classes: they hold the boot menu. */
    private List<Path> ingredients(BootFiles files) {
        return Stream.concat(files.all().stream(), Stream.of(project.classes("boot-grub"))).toList();
    }
}
