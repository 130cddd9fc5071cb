/** Wraps code and data in an ELF file that a hypervisor starts as a PVH guest. System V ABI, chapter 5; Xen: public/elfnote.h. */
package org.peaberry.bench.exits;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

final class PvhElf {
    private static final int HEADER_SIZE = 64;
    private static final int PROGRAM_HEADER_SIZE = 56;
    private static final int PROGRAM_HEADERS = 2;
    private static final int CONTENT = HEADER_SIZE + PROGRAM_HEADERS * PROGRAM_HEADER_SIZE;
    private static final int NOTE_SIZE = 20;
    private static final byte[] IDENTIFICATION = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0};     // 64 bits, little-endian, version 1
    private static final short EXECUTABLE = 2;
    private static final short MACHINE_X86_64 = 62;
    private static final int LOAD = 1;
    private static final int NOTE = 4;
    private static final int ALL_ACCESS = 7;
    private static final int READABLE = 4;
    private static final byte[] OWNER = "Xen\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int PHYS32_ENTRY = 18;     // XEN_ELFNOTE_PHYS32_ENTRY

    private PvhElf() {
    }

    /** @param base physical address of the content, where it is also entered, in 32-bit mode
     * @param memory bytes from the base that the guest uses; those behind the content are zero */
    static byte[] of(byte[] content, int base, int memory) {
        ByteBuffer file = ByteBuffer.allocate(CONTENT + content.length + NOTE_SIZE).order(ByteOrder.LITTLE_ENDIAN);
        header(file, base);
        programHeader(file, LOAD, ALL_ACCESS, CONTENT, base, content.length, memory);
        programHeader(file, NOTE, READABLE, CONTENT + content.length, 0, NOTE_SIZE, NOTE_SIZE);
        file.put(content);
        file.putInt(OWNER.length).putInt(Integer.BYTES).putInt(PHYS32_ENTRY).put(OWNER).putInt(base);
        return file.array();
    }

    private static void header(ByteBuffer file, int entry) {
        file.put(IDENTIFICATION).putLong(0);
        file.putShort(EXECUTABLE).putShort(MACHINE_X86_64).putInt(1);
        file.putLong(entry).putLong(HEADER_SIZE).putLong(0);
        file.putInt(0).putShort((short) HEADER_SIZE).putShort((short) PROGRAM_HEADER_SIZE).putShort((short) PROGRAM_HEADERS);
        file.putShort((short) 0).putShort((short) 0).putShort((short) 0);
    }

    private static void programHeader(ByteBuffer file, int type, int access, long offset, long address, long bytes, long memory) {
        file.putInt(type).putInt(access).putLong(offset).putLong(address).putLong(address).putLong(bytes).putLong(memory).putLong(1);
    }
}
