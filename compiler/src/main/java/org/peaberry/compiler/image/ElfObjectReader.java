/** Reads NASM's ELF64 object files. */
package org.peaberry.compiler.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.driver.CompilerError;

/** Sections that are not loaded (debug information, notes) are left out. */
public final class ElfObjectReader {
    /** Of the ELF64 header: System V ABI, generic edition, figure 4-3. */
    private static final int CLASS_AT = 4;
    private static final int TYPE_AT = 0x10;
    private static final int MACHINE_AT = 0x12;
    private static final int SECTION_HEADERS_AT = 0x28;
    private static final int SECTION_COUNT_AT = 0x3c;
    private static final int SECTION_NAMES_AT = 0x3e;

    private final String name;
    private final ByteBuffer file;
    private final List<ElfSectionHeader> headers = new ArrayList<>();
    /** By section number; null for what is not loaded. */
    private final List<Section> sections = new ArrayList<>();

    private ElfObjectReader(String name, byte[] bytes) {
        this.name = name;
        this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @throws CompilerError when it is no relocatable x86-64 ELF file, or is damaged */
    public static ObjectFile read(Path path) throws IOException {
        ElfObjectReader reader = new ElfObjectReader(path.getFileName().toString(), Files.readAllBytes(path));
        try {
            return reader.read();
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw reader.error("is damaged (" + e.getMessage() + "). Assemble it again.");
        }
    }

    private ObjectFile read() {
        checkHeader();
        int count = Short.toUnsignedInt(file.getShort(SECTION_COUNT_AT));
        long start = file.getLong(SECTION_HEADERS_AT);
        for (int i = 0; i < count; i++) {
            headers.add(ElfSectionHeader.read(file, Math.toIntExact(start) + i * Elf.SECTION_HEADER_SIZE_64));
        }
        headers.forEach(header -> sections.add(section(header)));
        ElfSymbolReader symbols = new ElfSymbolReader(name, file, headers, sections);
        symbols.define();
        new ElfRelocationReader(name, file, headers, sections, symbols).read();
        return new ObjectFile(name, sections.stream().filter(section -> section != null).toList());
    }

    private void checkHeader() {
        boolean elf64 = file.capacity() >= Elf.HEADER_SIZE_64 && file.getInt(0) == Elf.MAGIC && file.get(CLASS_AT) == Elf.CLASS_64;
        if (!elf64 || file.getShort(TYPE_AT) != Elf.RELOCATABLE || file.getShort(MACHINE_AT) != Elf.MACHINE_X86_64) {
            throw error("is no relocatable x86-64 object. Assemble it with: nasm -f elf64");
        }
    }

    private Section section(ElfSectionHeader header) {
        if (!header.isLoaded()) {
            return null;
        }
        ElfSectionHeader names = headers.get(Short.toUnsignedInt(file.getShort(SECTION_NAMES_AT)));
        String sectionName = names.string(file, header.nameOffset());
        Section section = new Section(sectionName, region(sectionName, header));
        int alignment = Math.max(1, Math.toIntExact(header.alignment()));
        if (header.type() == Elf.NO_BITS) {
            section.reserve(header.size(), alignment);
        } else {
            section.append(header.contents(file), alignment);
        }
        return section;
    }

    private static Region region(String sectionName, ElfSectionHeader header) {
        if (sectionName.startsWith(".boot") || sectionName.equals(Layout.HEADERS)) {
            return Region.BOOT;
        }
        if (header.type() == Elf.NOTES) {
            return Region.NOTES;
        }
        if (header.isExecutable()) {
            return Region.TEXT;
        }
        if (!header.isWritable()) {
            return Region.RODATA;
        }
        return header.type() == Elf.NO_BITS ? Region.BSS : Region.DATA;
    }

    private CompilerError error(String problem) {
        return new CompilerError("object file " + name + " " + problem);
    }
}
