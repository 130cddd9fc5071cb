/** What the hypervisor's ELF file says about its place in memory. System V ABI, chapters 4 and 5: 32-bit class. */
package org.peaberry.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import org.peaberry.boot.host.BuildException;

/** @param start physical address of the first loaded byte
 * @param end physical address behind the last one, uninitialized data included */
public record HypervisorElf(long start, long end) {
    private static final int PROGRAM_HEADERS = 28;      // fields of Elf32_Ehdr
    private static final int PROGRAM_HEADER_SIZE = 42;
    private static final int PROGRAM_HEADER_COUNT = 44;
    private static final int PHYSICAL_ADDRESS = 12;     // fields of Elf32_Phdr
    private static final int MEMORY_SIZE = 20;
    private static final int LOADED = 1;                // its type PT_LOAD

    public static HypervisorElf read(Path file) {
        try {
            return read(ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN));
        } catch (IOException e) {
            throw new BuildException("cannot read " + file, e);
        }
    }

    private static HypervisorElf read(ByteBuffer elf) {
        long start = Long.MAX_VALUE;
        long end = 0;
        int size = elf.getShort(PROGRAM_HEADER_SIZE);
        for (int i = 0; i < elf.getShort(PROGRAM_HEADER_COUNT); i++) {
            int header = elf.getInt(PROGRAM_HEADERS) + i * size;
            if (elf.getInt(header) == LOADED) {
                long from = Integer.toUnsignedLong(elf.getInt(header + PHYSICAL_ADDRESS));
                start = Math.min(start, from);
                end = Math.max(end, from + Integer.toUnsignedLong(elf.getInt(header + MEMORY_SIZE)));
            }
        }
        if (end <= start) {
            throw new BuildException("the hypervisor's ELF file loads nothing: the compiler wrote a wrong file");
        }
        return new HypervisorElf(start, end);
    }

    /** Bytes of memory, from the first to the last. */
    public long size() {
        return end - start;
    }
}
