/** What a boot loader loads, and what it says to each. */
package org.peaberry.boot.iso;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * @param kernel dom0's kernel, an ELF file or a Linux boot image; null when no module is to be loaded
 * @param initrd null when dom0 gets none
 * @param hypervisorOptions the hypervisor's command line
 * @param kernelOptions dom0's command line
 */
public record BootFiles(Path hypervisor, Path kernel, Path initrd, String hypervisorOptions, String kernelOptions) {
    private static final String CONSOLE_OPTIONS = "console=com1 com1=115200,8n1";
    private static final int DEFAULT_DOM0_MEMORY = 512;
    /** Xen's names. dom0 gets half of the default machine. */
    public static final String DEFAULT_HYPERVISOR_OPTIONS = CONSOLE_OPTIONS + " dom0_mem=" + DEFAULT_DOM0_MEMORY + "M";
    /** The console of stock Linux under Xen, from the first message on; a kernel panic ends the run. */
    public static final String DEFAULT_KERNEL_OPTIONS = "console=hvc0 earlyprintk=xen panic=5";

    /** The default for a machine with less memory: half of it for dom0, too. */
    public static String defaultHypervisorOptions(int megabytes) {
        return CONSOLE_OPTIONS + " dom0_mem=" + Math.min(DEFAULT_DOM0_MEMORY, megabytes / 2) + "M";
    }

    /** The same with a longer command line for dom0. */
    public BootFiles withKernelOptions(String more) {
        return new BootFiles(hypervisor, kernel, initrd, hypervisorOptions, kernelOptions + " " + more);
    }

    /** The same with another kernel for dom0. */
    public BootFiles withKernel(Path other) {
        return new BootFiles(hypervisor, other, initrd, hypervisorOptions, kernelOptions);
    }

    /** The files that are there, the hypervisor first. */
    public List<Path> all() {
        return Stream.of(hypervisor, kernel, initrd).filter(Objects::nonNull).toList();
    }
}
