/** Reads the relocations of an ELF64 object. */
package org.peaberry.compiler.image;

import java.nio.ByteBuffer;
import java.util.List;

import org.peaberry.compiler.driver.CompilerError;
import org.peaberry.compiler.encode.Relocation;

final class ElfRelocationReader {
    /** System V ABI, generic edition, figure 4-20. */
    private static final int TYPE_AT = 8;
    private static final int SYMBOL_AT = 12;
    private static final int ADDEND_AT = 16;

    private final String object;
    private final ByteBuffer file;
    private final List<ElfSectionHeader> headers;
    private final List<Section> sections;
    private final ElfSymbolReader symbols;

    ElfRelocationReader(String object, ByteBuffer file, List<ElfSectionHeader> headers, List<Section> sections, ElfSymbolReader symbols) {
        this.object = object;
        this.file = file;
        this.headers = headers;
        this.sections = sections;
        this.symbols = symbols;
    }

    /** Adds each to its section; those of sections that are not loaded are left out. */
    void read() {
        for (ElfSectionHeader header : headers) {
            Section section = header.type() == Elf.RELOCATIONS_WITH_ADDENDS ? sections.get(header.info()) : null;
            for (int i = 0; section != null && i < header.size() / Elf.RELOCATION_SIZE_64; i++) {
                int at = header.offset() + i * Elf.RELOCATION_SIZE_64;
                String symbol = symbols.name(file.getInt(at + SYMBOL_AT));
                Relocation.Kind kind = kind(section, file.getInt(at + TYPE_AT), symbol);
                section.relocate(new Relocation((int) file.getLong(at), kind, symbol, file.getLong(at + ADDEND_AT)));
            }
        }
    }

    private Relocation.Kind kind(Section section, int type, String symbol) {
        return switch (type) {
            case Elf.R_X86_64_64 -> Relocation.Kind.ABSOLUTE64;
            case Elf.R_X86_64_PC32, Elf.R_X86_64_PLT32 -> Relocation.Kind.PC32;
            case Elf.R_X86_64_32 -> Relocation.Kind.ABSOLUTE32;
            case Elf.R_X86_64_32S -> Relocation.Kind.ABSOLUTE32_SIGNED;
            default -> throw new CompilerError("object file " + object + ", section " + section.name() + ": relocation type " + type + " against '"
                    + symbol + "' is not supported. Refer to it with 32 or 64 bits.");
        };
    }
}
