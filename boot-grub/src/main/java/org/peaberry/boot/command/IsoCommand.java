/** {@code peaberry iso}: the bootable image. */
package org.peaberry.boot.command;

import java.nio.file.Path;

import org.peaberry.boot.host.Progress;
import org.peaberry.boot.host.Project;

import picocli.CommandLine.Command;

@Command(name = "iso", mixinStandardHelpOptions = true, description = "Makes boot-grub/target/peaberry.iso, for a CD drive or a USB stick.")
public final class IsoCommand implements Runnable {
    @Override
    public void run() {
        Project project = Project.current();
        Path iso = new Products(project).iso();
        Progress.say("built " + project.root().relativize(iso));
    }
}
