/** dom0's first file system: busybox, a start script, benchmark programs. */
package org.peaberry.boot.dom0;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.peaberry.boot.host.BuildException;
import org.peaberry.boot.host.Freshness;
import org.peaberry.boot.host.HostCommand;
import org.peaberry.boot.host.Progress;
import org.peaberry.boot.host.Project;

final class Initramfs {
    private static final Path BUSYBOX = Path.of("/bin/busybox");
    private static final List<String> FOLDERS = List.of("bin", "dev", "etc", "proc", "root", "sys", "tmp");
    private static final List<String> SCRIPTS = List.of("poweroff", "reboot");
    private static final int EXECUTABLE = 0755;
    private static final int READABLE = 0644;
    private static final int CONSOLE_MAJOR = 5;     // Linux, Documentation/admin-guide/devices.txt: 5 char, 1 = /dev/console
    private static final int CONSOLE_MINOR = 1;

    private final Project project;
    private final Path scripts;

    Initramfs(Project project) {
        this.project = project;
        scripts = project.sources().resolve("initramfs");
    }

    /** Writes it when something in it changed; returns the file. */
    Path build() {
        List<Path> programs = new GuestPrograms(project).build();
        List<Path> ingredients = new ArrayList<>(programs);
        ingredients.add(scripts);
        ingredients.add(BUSYBOX);
        if (!Freshness.isFresh(project.initrd(), ingredients)) {
            Progress.say("writing dom0's initramfs");
            write(programs);
        }
        return project.initrd();
    }

    private void write(List<Path> programs) {
        try {
            Files.write(project.initrd(), archive(programs));
        } catch (IOException e) {
            throw new BuildException("cannot write " + project.initrd(), e);
        }
    }

    private byte[] archive(List<Path> programs) throws IOException {
        CpioArchive archive = new CpioArchive();
        FOLDERS.forEach(archive::directory);
        archive.characterDevice("dev/console", CONSOLE_MAJOR, CONSOLE_MINOR);
        archive.file("init", EXECUTABLE, script("init"));
        archive.file("etc/shrc", READABLE, script("shrc"));
        for (String name : SCRIPTS) {
            archive.file("bin/" + name, EXECUTABLE, script(name));
        }
        for (Path program : programs) {
            archive.file("bin/" + program.getFileName(), EXECUTABLE, Files.readAllBytes(program));
        }
        addBusybox(archive);
        return archive.finish();
    }

    private void addBusybox(CpioArchive archive) throws IOException {
        archive.file("bin/busybox", EXECUTABLE, Files.readAllBytes(BUSYBOX));
        for (String applet : HostCommand.of(BUSYBOX.toString(), "--list").run().split("\\s+")) {
            if (!SCRIPTS.contains(applet) && !applet.equals("busybox")) {
                archive.link("bin/" + applet, "busybox");
            }
        }
    }

    private byte[] script(String name) throws IOException {
        return Files.readAllBytes(scripts.resolve(name));
    }
}
