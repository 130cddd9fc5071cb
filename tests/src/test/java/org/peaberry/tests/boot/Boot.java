/** What boot tests boot: the product as it is built, with the default dom0. A product that cannot be built fails them. */
package org.peaberry.tests.boot;

import java.nio.file.Path;
import java.time.Duration;

import org.peaberry.boot.command.Products;
import org.peaberry.boot.host.Project;
import org.peaberry.boot.iso.BootFiles;

final class Boot {
    /** Generous: the machine that runs the tests may be busy. */
    static final Duration TO_INIT = Duration.ofSeconds(240);
    static final Duration TO_SHELL = Duration.ofSeconds(30);
    static final Duration TO_END = Duration.ofSeconds(60);
    static final Duration TO_ERROR = Duration.ofSeconds(60);

    static final String INIT_REACHED = "peaberry-dom0: init reached";
    static final String PROMPT = "dom0:/# ";

    private static BootFiles product;

    private Boot() {
    }

    static synchronized BootFiles product() {
        if (product == null) {
            product = new Products(Project.current()).bootFiles();
        }
        return product;
    }

    static Path iso() {
        return new Products(Project.current()).iso();
    }

    /** With Debian's kernel as it is. */
    static BootFiles stock() {
        return new Products(Project.current()).stockBootFiles();
    }

    static BootFiles withHypervisorOptions(String more) {
        BootFiles files = product();
        return new BootFiles(files.hypervisor(), files.kernel(), files.initrd(), files.hypervisorOptions() + " " + more, files.kernelOptions());
    }

    static BootFiles withKernel(Path kernel) {
        BootFiles files = product();
        return new BootFiles(files.hypervisor(), kernel, files.initrd(), files.hypervisorOptions(), files.kernelOptions());
    }

    static BootFiles withoutModules() {
        BootFiles files = product();
        return new BootFiles(files.hypervisor(), null, null, files.hypervisorOptions(), files.kernelOptions());
    }
}
