/** Writes an image as an ELF64 executable with symbols: a Linux program, or what a debugger loads for a bare-metal image. */
package org.peaberry.compiler.image;

import java.util.List;

/** File: header, program headers, the segments' bytes, symbols, names, section headers. One section a segment. */
final class Elf64Writer {
    private final LinkedImage image;
    private final List<Segment> segments;
    private final BinaryWriter out = new BinaryWriter();
    private final BinaryWriter sectionHeaders = new BinaryWriter();
    private final BinaryWriter sectionNames = new BinaryWriter();
    private int sectionCount;

    private Elf64Writer(LinkedImage image) {
        this.image = image;
        this.segments = image.segments();
    }

    static byte[] write(LinkedImage image) {
        return new Elf64Writer(image).write();
    }

    private byte[] write() {
        BinaryWriter contents = contents();
        sectionHeaders.padTo(Elf.SECTION_HEADER_SIZE_64);
        sectionNames.put8(0);
        sectionCount = 1;
        segmentSections();
        debugSections(contents);
        symbolSections(contents);
        contents.padTo(Layout.roundUp(contents.size(), Long.BYTES));
        header(contents.size());
        programHeaders();
        byte[] start = out.toByteArray();
        byte[] file = contents.putBytes(sectionHeaders.toByteArray()).toByteArray();
        System.arraycopy(start, 0, file, 0, start.length);
        return file;
    }

    /** The file up to its symbols, with room for the headers. */
    private BinaryWriter contents() {
        BinaryWriter contents = new BinaryWriter();
        for (Segment segment : segments) {
            contents.padTo(FileLayout.offset(segments, segment)).putBytes(segment.contents());
        }
        return contents;
    }

    private void header(long sectionHeaderOffset) {
        out.put32(Elf.MAGIC).put8(Elf.CLASS_64, Elf.LITTLE_ENDIAN, Elf.VERSION).padTo(Elf.IDENTIFICATION_SIZE);
        out.put16(Elf.EXECUTABLE, Elf.MACHINE_X86_64).put32(Elf.VERSION);
        out.put64(image.entry(), Elf.HEADER_SIZE_64, sectionHeaderOffset).put32(0);
        out.put16(Elf.HEADER_SIZE_64, Elf.PROGRAM_HEADER_SIZE_64, segments.size() + 1);
        out.put16(Elf.SECTION_HEADER_SIZE_64, sectionCount, sectionCount - 1);
    }

    private void programHeaders() {
        for (Segment segment : segments) {
            out.put32(Elf.LOAD, FileLayout.flags(segment)).put64(FileLayout.offset(segments, segment), segment.address(),
                    segment.physicalAddress(), segment.contents().length, segment.memorySize(), Layout.PAGE_SIZE);
        }
        out.put32(Elf.GNU_STACK, Elf.SEGMENT_READ | Elf.SEGMENT_WRITE).put64(0, 0, 0, 0, 0, Long.BYTES);
    }

    private void segmentSections() {
        for (Segment segment : segments) {
            int type = segment.contents().length == 0 ? Elf.NO_BITS : Elf.PROGRAM_BITS;
            int flags = Elf.SECTION_ALLOCATE | (segment.region().isWritable() ? Elf.SECTION_WRITE : 0)
                    | (segment.region().isExecutable() ? Elf.SECTION_EXECUTE : 0);
            int size = type == Elf.NO_BITS ? segment.memorySize() : segment.contents().length;
            sectionHeader("." + segment.region().label(), type, flags, segment.address(), FileLayout.offset(segments, segment), size, 0, 0);
        }
    }

    private void debugSections(BinaryWriter contents) {
        for (DebugSection section : image.debug()) {
            contents.padTo(Layout.roundUp(contents.size(), Long.BYTES));
            sectionHeader(section.name(), Elf.PROGRAM_BITS, 0, 0, contents.size(), section.bytes().length, 0, 0);
            contents.putBytes(section.bytes());
        }
    }

    private void symbolSections(BinaryWriter contents) {
        ElfSymbols symbols = new ElfSymbols(image.symbols(), segments);
        contents.padTo(Layout.roundUp(contents.size(), Long.BYTES));
        int table = contents.size();
        contents.putBytes(symbols.table());
        int names = contents.size();
        contents.putBytes(symbols.names());
        int firstGlobal = 1;
        sectionHeader(".symtab", Elf.SYMBOL_TABLE, 0, 0, table, names - table, sectionCount + 1 | (long) firstGlobal << Integer.SIZE,
                Elf.SYMBOL_SIZE_64);
        sectionHeader(".strtab", Elf.STRING_TABLE, 0, 0, names, contents.size() - names, 0, 0);
        int start = contents.size();
        sectionHeader(".shstrtab", Elf.STRING_TABLE, 0, 0, start, sectionNames.size() + ".shstrtab".length() + 1, 0, 0);
        contents.putBytes(sectionNames.toByteArray());
    }

    /** @param linkAndInfo the header's sh_link, and in the upper half its sh_info */
    private void sectionHeader(String name, int type, int flags, long address, long offset, long size, long linkAndInfo, int entrySize) {
        sectionHeaders.put32(sectionNames.size(), type).put64(flags, address, offset, size, linkAndInfo, Long.BYTES, entrySize);
        sectionNames.putString(name);
        sectionCount++;
    }
}
