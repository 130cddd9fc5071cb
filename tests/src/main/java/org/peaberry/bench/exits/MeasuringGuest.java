/** The guest that measures what exits cost: a kernel for dom0 of a few hundred bytes, which needs no operating system. */
package org.peaberry.bench.exits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import org.peaberry.boot.host.BuildException;

final class MeasuringGuest {
    private MeasuringGuest() {
    }

    /** Writes its ELF file. */
    static Path write(Path folder) {
        ByteBuffer content = ByteBuffer.allocate(GuestLayout.FILE_END - GuestLayout.BASE).order(ByteOrder.LITTLE_ENDIAN);
        StartCode.write(content);
        MeasuringCode.write(content);
        Path file = folder.resolve("exits.elf");
        try {
            Files.write(file, PvhElf.of(content.array(), GuestLayout.BASE, GuestLayout.END - GuestLayout.BASE));
        } catch (IOException e) {
            throw new BuildException("cannot write " + file, e);
        }
        return file;
    }
}
