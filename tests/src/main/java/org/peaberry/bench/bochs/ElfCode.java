/** Finds instructions in a 64-bit ELF file by their bytes. System V ABI, chapter 5. */
package org.peaberry.bench.bochs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.peaberry.boot.host.BuildException;

final class ElfCode {
    private static final int PROGRAM_HEADERS = 32;      // fields of Elf64_Ehdr
    private static final int PROGRAM_HEADER_SIZE = 54;
    private static final int PROGRAM_HEADER_COUNT = 56;
    private static final int OFFSET = 8;                // fields of Elf64_Phdr
    private static final int ADDRESS = 16;
    private static final int FILE_SIZE = 32;
    private static final int LOADED = 1;                // its type PT_LOAD

    private final Path path;
    private final ByteBuffer file;

    ElfCode(Path path) {
        this.path = path;
        try {
            file = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new BuildException("cannot read " + path, e);
        }
    }

    /** Address of the first instruction with these bytes. @throws BuildException when there is none */
    long find(byte... bytes) {
        return find(0, -1L, bytes);
    }

    /** @param from the lowest address, unsigned @param to behind the highest one */
    long find(long from, long to, byte... bytes) {
        int headers = (int) file.getLong(PROGRAM_HEADERS);
        for (int i = 0; i < file.getShort(PROGRAM_HEADER_COUNT); i++) {
            int header = headers + i * file.getShort(PROGRAM_HEADER_SIZE);
            if (file.getInt(header) == LOADED) {
                long found = findIn(header, from, to, bytes);
                if (found != 0) {
                    return found;
                }
            }
        }
        throw new BuildException("no instruction with the bytes " + Arrays.toString(bytes) + " in " + path);
    }

    private long findIn(int header, long from, long to, byte[] bytes) {
        int offset = (int) file.getLong(header + OFFSET);
        long address = file.getLong(header + ADDRESS);
        int last = (int) file.getLong(header + FILE_SIZE) - bytes.length;
        for (int i = 0; i <= last; i++) {
            boolean isInside = Long.compareUnsigned(address + i, from) >= 0 && Long.compareUnsigned(address + i, to) < 0;
            if (isInside && Arrays.equals(file.array(), offset + i, offset + i + bytes.length, bytes, 0, bytes.length)) {
                return address + i;
            }
        }
        return 0;
    }
}
