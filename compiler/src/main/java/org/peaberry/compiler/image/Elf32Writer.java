/** Writes a bare-metal image as an ELF32 file, the container in which QEMU and GRUB accept a Multiboot kernel. */
package org.peaberry.compiler.image;

import java.util.List;

/** All addresses are physical; loaders need neither sections nor symbols. */
final class Elf32Writer {
    private Elf32Writer() {
    }

    static byte[] write(LinkedImage image) {
        List<Segment> segments = image.segments();
        BinaryWriter out = new BinaryWriter();
        out.put32(Elf.MAGIC).put8(Elf.CLASS_32, Elf.LITTLE_ENDIAN, Elf.VERSION).padTo(Elf.IDENTIFICATION_SIZE);
        out.put16(Elf.EXECUTABLE, Elf.MACHINE_386).put32(Elf.VERSION, image.entry(), Elf.HEADER_SIZE_32, 0, 0);
        List<Segment> notes = segments.stream().filter(segment -> segment.region() == Region.NOTES).toList();
        out.put16(Elf.HEADER_SIZE_32, Elf.PROGRAM_HEADER_SIZE_32, segments.size() + notes.size(), 0, 0, 0);
        segments.forEach(segment -> programHeader(out, Elf.LOAD, segments, segment, Layout.PAGE_SIZE));
        notes.forEach(segment -> programHeader(out, Elf.NOTE, segments, segment, Integer.BYTES));
        for (Segment segment : segments) {
            out.padTo(FileLayout.offset(segments, segment)).putBytes(segment.contents());
        }
        return out.toByteArray();
    }

    private static void programHeader(BinaryWriter out, int type, List<Segment> segments, Segment segment, int alignment) {
        out.put32(type, FileLayout.offset(segments, segment), segment.physicalAddress(), segment.physicalAddress());
        out.put32(segment.contents().length, segment.memorySize(), FileLayout.flags(segment), alignment);
    }
}
