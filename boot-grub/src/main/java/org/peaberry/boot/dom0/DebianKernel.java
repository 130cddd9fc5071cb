/** Debian's stock kernel: fetched as a package, opened without installing it. */
package org.peaberry.boot.dom0;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.peaberry.boot.host.BuildException;
import org.peaberry.boot.host.HostCommand;
import org.peaberry.boot.host.Progress;
import org.peaberry.boot.host.Project;

final class DebianKernel {
    private static final String META_PACKAGE = "linux-image-amd64";
    private static final Pattern DEPENDENCY = Pattern.compile("Depends: (linux-image-6\\.1\\.0-\\d+-amd64)\\b");

    private final Path folder;

    DebianKernel(Project project) {
        folder = Project.folder(project.cache().resolve("debian-kernel"));
    }

    /** The file vmlinuz; fetched the first time, kept after that. */
    Path fetch() {
        Path boot = folder.resolve("root/boot");
        if (!Files.isDirectory(boot)) {
            unpack(download());
        }
        return only(boot, "vmlinuz-", "");
    }

    private Path download() {
        try {
            return downloadListed();
        } catch (BuildException listsAreOldOrMissing) {
            Progress.say("updating apt's package lists");
            HostCommand.asRoot("apt-get", "update").run();
            return downloadListed();
        }
    }

    private Path downloadListed() {
        String name = packageName();
        Progress.say("fetching Debian's " + name + " (70 MB)");
        HostCommand.of("apt-get", "-o", "APT::Sandbox::User=root", "download", name).in(folder).run();
        return only(folder, name + "_", ".deb");
    }

    /** Unpacks beside the final place first, so that an interrupted run leaves nothing that looks complete. */
    private void unpack(Path debian) {
        Path partial = folder.resolve("partial");
        HostCommand.of("dpkg", "-x", debian.toString(), partial.toString()).run();
        HostCommand.of("rm", "-rf", partial.resolve("lib").toString(), debian.toString()).run();
        HostCommand.of("mv", partial.toString(), folder.resolve("root").toString()).run();
    }

    private static String packageName() {
        Matcher matcher = DEPENDENCY.matcher(HostCommand.of("apt-cache", "depends", META_PACKAGE).run());
        if (!matcher.find()) {
            throw new BuildException("apt knows no package " + META_PACKAGE + " of Linux 6.1: this needs Debian 12;"
                    + " elsewhere, give a kernel with --kernel");
        }
        return matcher.group(1);
    }

    private static Path only(Path where, String prefix, String suffix) {
        try (Stream<Path> files = Files.list(where)) {
            List<Path> found = files.filter(file -> matches(file.getFileName().toString(), prefix, suffix)).toList();
            if (found.size() == 1) {
                return found.get(0);
            }
            throw new BuildException("there should be one file " + prefix + "*" + suffix + " in " + where + ", there are " + found.size()
                    + ": remove the folder and run this again");
        } catch (IOException e) {
            throw new BuildException("cannot list " + where, e);
        }
    }

    private static boolean matches(String name, String prefix, String suffix) {
        return name.startsWith(prefix) && name.endsWith(suffix);
    }
}
