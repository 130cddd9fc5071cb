/** Every symbol's final address, the linker's own ones included. */
package org.peaberry.compiler.image;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.driver.CompilerError;

/**
 * The linker's own symbols are, for the image and each region R, {@code R_start} and {@code R_end} (virtual addresses, multiples of the
 * page size) and {@code R_start_physical} and {@code R_end_physical}. A region without bytes starts where it ends.
 */
final class SymbolTable {
    private static final String LINKER = "the linker";

    private final Map<String, PlacedSymbol> symbols = new HashMap<>();
    private final Map<String, String> definers = new HashMap<>();
    private final List<String> duplicates = new ArrayList<>();

    SymbolTable(Layout layout, Collection<ObjectFile> objects) {
        defineRegions(layout);
        for (ObjectFile object : objects) {
            for (Section section : object.sections()) {
                for (Symbol symbol : section.symbols()) {
                    PlacedSymbol placed = new PlacedSymbol(symbol.name(), layout.address(section) + symbol.offset(), symbol.size(),
                            symbol.kind(), section.region());
                    define(placed, object.name());
                }
            }
        }
        if (!duplicates.isEmpty()) {
            throw new CompilerError(String.join("\n", duplicates));
        }
    }

    /** Null when there is no such symbol. */
    PlacedSymbol find(String name) {
        return symbols.get(name);
    }

    /** All but labels, by address. */
    List<PlacedSymbol> sorted() {
        return symbols.values().stream().filter(symbol -> symbol.kind() != Symbol.Kind.LABEL)
                .sorted(Comparator.comparing(PlacedSymbol::address, Long::compareUnsigned).thenComparing(PlacedSymbol::name)).toList();
    }

    private void defineRegions(Layout layout) {
        Segment last = null;
        for (Region region : Region.values()) {
            Segment segment = layout.segment(region);
            defineRange(layout.target(), region.label(), segment, segment);
            last = segment;
        }
        long base = layout.physicalBase();
        Segment first = new Segment(null, base + layout.target().virtualBase(), base, new byte[0], 0);
        defineRange(layout.target(), "image", first, last);
    }

    private void defineRange(Target target, String name, Segment first, Segment last) {
        long size = Layout.roundUp(last.memorySize(), Layout.PAGE_SIZE);
        defineNumber(name + "_start", first.address());
        defineNumber(name + "_end", last.address() + size);
        if (target == Target.BAREMETAL) {
            defineNumber(name + "_start_physical", first.physicalAddress());
            defineNumber(name + "_end_physical", last.physicalAddress() + size);
        }
    }

    private void defineNumber(String name, long address) {
        define(new PlacedSymbol(name, address, 0, Symbol.Kind.OBJECT, null), LINKER);
    }

    private void define(PlacedSymbol symbol, String definer) {
        String name = symbol.name();
        if (symbols.putIfAbsent(name, symbol) == null) {
            definers.put(name, definer);
        } else {
            String first = definers.get(name);
            duplicates.add("symbol '" + name + "' is defined twice, by " + first + " and by " + definer
                    + (first.equals(LINKER) ? ". That name is reserved: rename yours." : ". Rename one, or leave one object out."));
        }
    }
}
