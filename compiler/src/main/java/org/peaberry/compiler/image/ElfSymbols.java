/** The symbol table and string table of an ELF64 file. */
package org.peaberry.compiler.image;

import java.util.List;

/** Local symbols do not occur: debuggers need no distinction, and all names are unique. */
final class ElfSymbols {
    private final BinaryWriter table = new BinaryWriter();
    private final BinaryWriter names = new BinaryWriter();

    /** @param segments in the order of their section headers, the first of which has number 1 */
    ElfSymbols(List<PlacedSymbol> symbols, List<Segment> segments) {
        names.put8(0);
        table.padTo(Elf.SYMBOL_SIZE_64);
        for (PlacedSymbol symbol : symbols) {
            int type = symbol.kind() == Symbol.Kind.FUNCTION ? Elf.FUNCTION_TYPE : Elf.OBJECT_TYPE;
            table.put32(names.size()).put8(Elf.GLOBAL_BINDING << Elf.BINDING_SHIFT | type, 0);
            table.put16(sectionNumber(symbol, segments)).put64(symbol.address(), symbol.size());
            names.putString(symbol.name());
        }
    }

    byte[] table() {
        return table.toByteArray();
    }

    byte[] names() {
        return names.toByteArray();
    }

    private static int sectionNumber(PlacedSymbol symbol, List<Segment> segments) {
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).region() == symbol.region()) {
                return i + 1;
            }
        }
        return Elf.ABSOLUTE_SECTION;
    }
}
