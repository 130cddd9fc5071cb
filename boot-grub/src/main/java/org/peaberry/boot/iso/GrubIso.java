/** Makes a CD image that starts the hypervisor by GRUB. Only the modules that are needed go in: emulated drives are slow. */
package org.peaberry.boot.iso;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.peaberry.boot.host.BuildException;
import org.peaberry.boot.host.HostCommand;
import org.peaberry.boot.host.Project;

public final class GrubIso {
    static final Path HYPERVISOR = Path.of("boot/peaberry.elf");
    static final Path KERNEL = Path.of("boot/vmlinuz");
    static final Path INITRD = Path.of("boot/initrd");

    private static final Path MENU = Path.of("boot/grub/grub.cfg");
    private static final Path LOADER = Path.of("boot/grub/eltorito.img");
    private static final String LOADER_FORMAT = "i386-pc-eltorito";
    private static final List<String> MODULES = List.of("biosdisk", "iso9660", "normal", "serial", "terminal", "echo", "multiboot", "multiboot2");

    private final Path folder;

    /** @param folder where the CD's files are put together */
    public GrubIso(Path folder) {
        this.folder = folder;
    }

    /** @param multiboot1 whether the entry that starts by itself uses Multiboot 1 instead of 2 */
    public void write(BootFiles files, boolean multiboot1, Path iso) {
        try {
            Project.folder(folder.resolve(MENU).getParent());
            place(files.hypervisor(), HYPERVISOR);
            place(files.kernel(), KERNEL);
            place(files.initrd(), INITRD);
            Files.writeString(folder.resolve(MENU), new GrubMenu(files, multiboot1 ? 1 : 0).text());
        } catch (IOException e) {
            throw new BuildException("cannot put the CD's files into " + folder, e);
        }
        makeLoader();
        makeImage(iso);
    }

    /** A link is enough: the image's writer follows it. */
    private void place(Path file, Path name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
        if (file != null) {
            Files.createSymbolicLink(folder.resolve(name), file.toAbsolutePath());
        }
    }

    private void makeLoader() {
        List<String> command = new ArrayList<>(List.of("grub-mkimage", "-O", LOADER_FORMAT, "-p", "/boot/grub", "-o", folder.resolve(LOADER).toString()));
        command.addAll(MODULES);
        HostCommand.of(command).run();
    }

    private void makeImage(Path iso) {
        HostCommand.of("xorriso", "-as", "mkisofs", "-quiet", "-f", "-R", "-V", "PEABERRY", "-b", LOADER.toString(), "-no-emul-boot",
                "-boot-load-size", "4", "-boot-info-table", "-o", iso.toString(), folder.toString()).run();
    }
}
