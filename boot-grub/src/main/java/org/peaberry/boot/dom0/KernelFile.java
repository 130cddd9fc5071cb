/** Any kernel file to one that the hypervisor loads: boot images are unpacked, others are left as they are. */
package org.peaberry.boot.dom0;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import org.peaberry.boot.host.BuildException;
import org.peaberry.boot.host.Freshness;
import org.peaberry.boot.host.Progress;
import org.peaberry.boot.host.Project;

public final class KernelFile {
    private KernelFile() {
    }

    /** @param unpacked where the ELF file goes when the kernel is a boot image
     * @return the file to load: {@code kernel} itself or {@code unpacked} */
    public static Path loadable(Path kernel, Path unpacked) {
        try {
            byte[] file = Files.readAllBytes(kernel);
            if (!BzImage.isBzImage(file)) {
                return kernel;
            }
            if (!Freshness.isFresh(unpacked, List.of(kernel))) {
                Progress.say("unpacking " + kernel.getFileName());
                write(new KernelPayload(new BzImage(file).payload()).unpack(), unpacked);
            }
            return unpacked;
        } catch (IOException e) {
            throw new BuildException("cannot unpack the kernel " + kernel, e);
        }
    }

    /** By way of a second file, so that an interrupted run leaves nothing that looks complete. */
    private static void write(byte[] content, Path file) throws IOException {
        Path partial = Project.folder(file.getParent()).resolve(file.getFileName() + ".partial");
        Files.write(partial, content);
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
