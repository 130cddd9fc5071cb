/** {@code peaberry build}: the hypervisor and the ISO image. */
package org.peaberry.boot.command;

import java.nio.file.Path;

import org.peaberry.boot.host.Progress;
import org.peaberry.boot.host.Project;

import picocli.CommandLine.Command;

@Command(name = "build", mixinStandardHelpOptions = true, description = "Compiles everything: boot-grub/target/peaberry.elf and peaberry.iso.")
public final class BuildCommand implements Runnable {
    @Override
    public void run() {
        Project project = Project.current();
        Path iso = new Products(project).iso();
        Progress.say("built " + project.root().relativize(project.elf()) + " and " + project.root().relativize(iso));
    }
}
