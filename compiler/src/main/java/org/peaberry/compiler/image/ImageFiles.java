/** Writes all files of an image: the ELF itself, what a debugger loads, the link map. */
package org.peaberry.compiler.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.nio.file.attribute.PosixFilePermission;

public final class ImageFiles {
    private ImageFiles() {
    }

    /**
     * Writes {@code output} and {@code output.map}; of a bare-metal image also {@code output.debug}, an ELF64 file with virtual
     * addresses and symbols. A Linux program has its symbols in itself.
     */
    public static void write(LinkedImage image, Path output) throws IOException {
        if (image.target() == Target.BAREMETAL) {
            Files.write(output, Elf32Writer.write(image));
            Files.write(beside(output, ".debug"), Elf64Writer.write(image));
        } else {
            Files.write(output, Elf64Writer.write(image));
            makeExecutable(output);
        }
        Files.writeString(beside(output, ".map"), LinkMap.of(image));
    }

    /** The link map: region lines "address size physical region", then symbol lines "address size name", in hexadecimal. */
    public static String map(LinkedImage image) {
        return LinkMap.of(image);
    }

    private static Path beside(Path output, String suffix) {
        return output.resolveSibling(output.getFileName() + suffix);
    }

    private static void makeExecutable(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        permissions.add(PosixFilePermission.OWNER_EXECUTE);
        permissions.add(PosixFilePermission.GROUP_EXECUTE);
        permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        Files.setPosixFilePermissions(file, permissions);
    }
}
