/** The default dom0: Debian's kernel as an ELF file, and the busybox initramfs. */
package org.peaberry.boot.dom0;

import java.nio.file.Files;
import java.nio.file.Path;

import org.peaberry.boot.host.Project;

public final class Dom0Payload {
    private final Project project;

    public Dom0Payload(Project project) {
        this.project = project;
        Project.folder(project.dom0());
    }

    /** The unpacked kernel; fetched and unpacked when it is not there yet. */
    public Path kernel() {
        if (!Files.exists(project.vmlinux())) {
            KernelFile.loadable(new DebianKernel(project).fetch(), project.vmlinux());
        }
        return project.vmlinux();
    }

    /** The kernel as Debian ships it, for runs without a hypervisor. */
    public Path packedKernel() {
        return new DebianKernel(project).fetch();
    }

    public Path initrd() {
        return new Initramfs(project).build();
    }
}
