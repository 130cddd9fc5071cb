/** The linker's result: bytes at their addresses, symbols, the entry point. */
package org.peaberry.compiler.image;

import java.util.List;

/**
 * @param segments in the order of their addresses, none of them empty
 * @param symbols  in the order of their addresses
 * @param debug    what only debuggers read; not loaded
 * @param entry    physical address of the first instruction; of a Linux program its virtual one
 */
public record LinkedImage(Target target, List<Segment> segments, List<PlacedSymbol> symbols, List<DebugSection> debug, long entry) {
    /** This image with debug information. */
    public LinkedImage withDebug(List<DebugSection> sections) {
        return new LinkedImage(target, segments, symbols, sections, entry);
    }

    /** Address of a symbol. */
    public long address(String name) {
        for (PlacedSymbol symbol : symbols) {
            if (symbol.name().equals(name)) {
                return symbol.address();
            }
        }
        throw new IllegalArgumentException("no symbol '" + name + "' in the image");
    }
}
