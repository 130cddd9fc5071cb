/** A section header of an ELF64 file. System V ABI, generic edition, figure 4-8. */
package org.peaberry.compiler.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * @param nameOffset in the section of section names
 * @param link       number of the section that this one refers to
 * @param info       of relocations: number of the section they are for
 */
record ElfSectionHeader(int nameOffset, int type, long flags, int offset, int size, int link, int info, long alignment) {
    private static final int TYPE_AT = 4;
    private static final int FLAGS_AT = 8;
    private static final int OFFSET_AT = 24;
    private static final int SIZE_AT = 32;
    private static final int LINK_AT = 40;
    private static final int INFO_AT = 44;
    private static final int ALIGNMENT_AT = 48;

    static ElfSectionHeader read(ByteBuffer file, int at) {
        return new ElfSectionHeader(file.getInt(at), file.getInt(at + TYPE_AT), file.getLong(at + FLAGS_AT),
                (int) file.getLong(at + OFFSET_AT), (int) file.getLong(at + SIZE_AT), file.getInt(at + LINK_AT), file.getInt(at + INFO_AT),
                file.getLong(at + ALIGNMENT_AT));
    }

    boolean isLoaded() {
        return (flags & Elf.SECTION_ALLOCATE) != 0 && (type == Elf.PROGRAM_BITS || type == Elf.NOTES || type == Elf.NO_BITS);
    }

    boolean isWritable() {
        return (flags & Elf.SECTION_WRITE) != 0;
    }

    boolean isExecutable() {
        return (flags & Elf.SECTION_EXECUTE) != 0;
    }

    byte[] contents(ByteBuffer file) {
        byte[] bytes = new byte[size];
        file.get(offset, bytes);
        return bytes;
    }

    /** The zero-terminated string at an offset of this string table. */
    String string(ByteBuffer file, int at) {
        int start = offset + at;
        int end = start;
        while (file.get(end) != 0) {
            end++;
        }
        byte[] bytes = new byte[end - start];
        file.get(start, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
