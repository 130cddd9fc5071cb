/** QEMU's command line for a machine and what it boots. */
package org.peaberry.boot.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.peaberry.boot.host.BuildException;
import org.peaberry.boot.iso.BootFiles;
import org.peaberry.boot.iso.GrubIso;

/** Files get short names in the run's folder, since QEMU gives blanks and commas in a module's name a meaning. */
public final class QemuCommand {
    /** For debuggers on this host alone. */
    private static final String GDB_ADDRESS = "tcp:127.0.0.1:";
    private static final String EXIT_PORT = "isa-debug-exit,iobase=0xf4,iosize=0x4";
    private static final String HYPERVISOR = "peaberry.elf";
    private static final String KERNEL = "vmlinux";
    private static final String INITRD = "initrd";

    private final Machine machine;
    private final Path folder;

    /** @param folder the run's own, existing folder */
    public QemuCommand(Machine machine, Path folder) {
        this.machine = machine;
        this.folder = folder;
    }

    /** The command that boots these files; a CD image is made first where the method needs one. */
    public List<String> boot(BootFiles files, BootMethod method) {
        return method == BootMethod.KERNEL ? loadDirectly(files) : bootCd(writeIso(files, method));
    }

    /** The command that boots a CD image. */
    public List<String> bootCd(Path iso) {
        List<String> command = common();
        command.addAll(List.of("-drive", "if=ide,media=cdrom,format=raw,readonly=on,file=" + doubleCommas(iso.toString())));
        return command;
    }

    /** The command that boots a Linux kernel without a hypervisor. */
    public List<String> bootLinux(Path kernel, Path initrd, String options) {
        List<String> command = common();
        command.addAll(List.of("-kernel", kernel.toString(), "-initrd", initrd.toString(), "-append", options));
        return command;
    }

    private List<String> loadDirectly(BootFiles files) {
        place(files.hypervisor(), HYPERVISOR);
        List<String> command = common();
        command.addAll(List.of("-kernel", HYPERVISOR, "-append", files.hypervisorOptions()));
        List<String> modules = new ArrayList<>();
        if (files.kernel() != null) {
            place(files.kernel(), KERNEL);
            modules.add(doubleCommas(KERNEL + " " + files.kernelOptions()));
        }
        if (files.initrd() != null) {
            place(files.initrd(), INITRD);
            modules.add(INITRD);
        }
        if (!modules.isEmpty()) {
            command.addAll(List.of("-initrd", String.join(",", modules)));
        }
        return command;
    }

    private Path writeIso(BootFiles files, BootMethod method) {
        Path iso = folder.resolve("peaberry.iso");
        new GrubIso(folder.resolve("iso")).write(files, method == BootMethod.GRUB1, iso);
        return iso;
    }

    private List<String> common() {
        List<String> command = new ArrayList<>(List.of("qemu-system-x86_64", "-machine", "q35", "-cpu", machine.processor(), "-accel", "tcg",
                "-m", machine.memory() + "M", "-smp", Integer.toString(machine.cpus()), "-display", "none", "-nodefaults", "-no-reboot",
                "-serial", "stdio", "-monitor", "none", "-device", EXIT_PORT));
        command.addAll(machine.options());
        if (machine.debuggerPort() != Machine.NO_DEBUGGER) {
            command.addAll(List.of("-gdb", GDB_ADDRESS + machine.debuggerPort(), "-S"));
        }
        return command;
    }

    private void place(Path file, String name) {
        try {
            Files.createSymbolicLink(folder.resolve(name), file.toAbsolutePath());
        } catch (IOException e) {
            throw new BuildException("cannot make a link to " + file + " in " + folder, e);
        }
    }

    private static String doubleCommas(String text) {
        return text.replace(",", ",,");
    }
}
