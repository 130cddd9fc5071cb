/** Boots dom0 in Bochs under its debugger, which stops wherever hypervisor and guest change places and tells how many instructions there were. */
package org.peaberry.bench.bochs;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;

import org.peaberry.boot.command.Products;
import org.peaberry.boot.host.BuildException;
import org.peaberry.boot.host.Project;
import org.peaberry.boot.iso.BootFiles;
import org.peaberry.boot.machine.BochsLauncher;
import org.peaberry.boot.machine.BochsMachine;
import org.peaberry.boot.machine.BootMethod;
import org.peaberry.boot.machine.Ending;
import org.peaberry.boot.machine.MachineRun;
import org.peaberry.boot.machine.RunFolder;

/** Nothing in the measured program knows of it: what is counted is exactly what runs otherwise. */
public final class CountedBochsBoot {
    private static final String KERNEL_OPTIONS = " quiet nokaslr " + BochsMachine.KERNEL_OPTIONS + " peaberry.bench=getppid";
    /** More stops than a boot has: when they are used up, Bochs ends. */
    private static final int MOST_STOPS = 1_000_000;

    private final Project project;

    public CountedBochsBoot(Project project) {
        this.project = project;
    }

    /** @param processor a model of {@link org.peaberry.boot.machine.BochsModel}
     * @param verbose whether the machine's console is shown */
    public BootCounts run(String processor, Duration limit, boolean verbose) {
        BootFiles files = new Products(project).bootFiles();
        BootFiles measured = new BootFiles(files.hypervisor(), files.kernel(), files.initrd(), files.hypervisorOptions(),
                files.kernelOptions() + KERNEL_OPTIONS);
        StopPlaces places = new StopPlaces(project);
        try (RunFolder folder = new RunFolder()) {
            BochsLauncher launcher = BochsLauncher.boot(BochsMachine.standard(processor), measured, BootMethod.GRUB, folder.path())
                    .withDebuggerCommands(commands(places));
            OutputStream screen = verbose ? System.err : OutputStream.nullOutputStream();
            Ending ending = new MachineRun(folder.path(), InputStream.nullInputStream(), List.of(screen)).run(launcher, limit);
            if (ending != Ending.POWERED_OFF) {
                throw new BuildException("the measured run in Bochs failed: " + ending.description() + ". See its console with ./peaberry bench --verbose");
            }
            HypervisorTime time = new HypervisorTime(places.places());
            StopReader.read(BochsLauncher.screen(folder.path()), time::add);
            return time.atInit();
        }
    }

    private static String commands(StopPlaces places) {
        StringBuilder text = new StringBuilder();
        places.places().keySet().forEach(address -> text.append("lb 0x").append(Long.toHexString(address)).append('\n'));
        return text.append("c\n".repeat(MOST_STOPS)).toString();
    }
}
