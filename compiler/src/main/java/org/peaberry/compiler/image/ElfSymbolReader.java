/** Reads the symbols of an ELF64 object and defines those that are places in its sections. */
package org.peaberry.compiler.image;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;

/** Symbols local to the object are renamed to {@code object:name}, so that those of two objects do not clash. */
final class ElfSymbolReader {
    /** System V ABI, generic edition, figure 4-15. */
    private static final int INFO_AT = 4;
    private static final int SECTION_AT = 6;
    private static final int VALUE_AT = 8;
    private static final int SIZE_AT = 16;

    private final String object;
    private final ByteBuffer file;
    private final List<ElfSectionHeader> headers;
    private final List<Section> sections;
    private final ElfSectionHeader table;

    ElfSymbolReader(String object, ByteBuffer file, List<ElfSectionHeader> headers, List<Section> sections) {
        this.object = object;
        this.file = file;
        this.headers = headers;
        this.sections = sections;
        this.table = headers.stream().filter(header -> header.type() == Elf.SYMBOL_TABLE).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no symbol table"));
    }

    void define() {
        for (int i = 1; i < table.size() / Elf.SYMBOL_SIZE_64; i++) {
            int number = section(i);
            if (number != Elf.UNDEFINED_SECTION && number < Elf.FIRST_RESERVED_SECTION && sections.get(number) != null) {
                Section section = sections.get(number);
                int offset = (int) file.getLong(at(i) + VALUE_AT);
                section.define(new Symbol(name(i), offset, (int) file.getLong(at(i) + SIZE_AT), kind(i)));
            }
        }
        sections.stream().filter(section -> section != null).forEach(ElfSymbolReader::sizeFunctions);
    }

    /** The name by which relocations find the symbol. */
    String name(int index) {
        String name = headers.get(table.link()).string(file, file.getInt(at(index)));
        if (type(index) == Elf.SECTION_TYPE) {
            Section section = sections.get(section(index));
            return object + ":" + (section == null ? "section " + section(index) : section.name());
        }
        boolean local = file.get(at(index) + INFO_AT) >> Elf.BINDING_SHIFT == Elf.LOCAL_BINDING;
        return local ? object + ":" + name : name;
    }

    private Symbol.Kind kind(int index) {
        boolean nasmLocal = headers.get(table.link()).string(file, file.getInt(at(index))).indexOf('.') >= 0;
        if (type(index) == Elf.SECTION_TYPE || nasmLocal) {
            return Symbol.Kind.LABEL;
        }
        return headers.get(section(index)).isExecutable() ? Symbol.Kind.FUNCTION : Symbol.Kind.OBJECT;
    }

    /** NASM knows no sizes: a function without one reaches up to the next, or to the end of the section. */
    private static void sizeFunctions(Section section) {
        List<Symbol> symbols = section.symbols();
        symbols.sort(Comparator.comparingInt(Symbol::offset));
        int end = section.size();
        for (int i = symbols.size() - 1; i >= 0; i--) {
            Symbol symbol = symbols.get(i);
            if (symbol.kind() == Symbol.Kind.FUNCTION) {
                symbols.set(i, symbol.size() == 0 ? symbol.withSize(end - symbol.offset()) : symbol);
                end = symbol.offset();
            }
        }
    }

    private int at(int index) {
        return table.offset() + index * Elf.SYMBOL_SIZE_64;
    }

    private int type(int index) {
        return file.get(at(index) + INFO_AT) & Elf.TYPE_MASK;
    }

    private int section(int index) {
        return Short.toUnsignedInt(file.getShort(at(index) + SECTION_AT));
    }
}
