/** Places sections, resolves symbols, applies relocations. */
package org.peaberry.compiler.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.peaberry.compiler.driver.CompilerError;

/** What is added first comes first in its region: the compiler's code is added before all else and so starts at text_start. */
public final class Linker {
    private final Target target;
    private final long physicalBase;
    private final List<ObjectFile> objects = new ArrayList<>();
    private final Library library = new Library();

    public Linker(Target target) {
        this(target, target.physicalBase());
    }

    /** @param physicalBase where the image's first byte is loaded, a multiple of the page size */
    public Linker(Target target, long physicalBase) {
        this.target = target;
        this.physicalBase = physicalBase;
    }

    public Linker add(ObjectFile object) {
        objects.add(object);
        return this;
    }

    /** Sections without a file. */
    public Linker add(String name, Section... sections) {
        return add(new ObjectFile(name, Arrays.asList(sections)));
    }

    /** An object that is linked only when it defines a symbol that another one refers to, or the entry point. */
    public Linker addIfNeeded(ObjectFile object) {
        library.add(object);
        return this;
    }

    /** @throws CompilerError naming every symbol that is undefined or defined twice, and who refers to it */
    public LinkedImage link() {
        objects.addAll(library.needed(objects, target.entrySymbol()));
        Layout layout = new Layout(target, physicalBase, objects.stream().flatMap(object -> object.sections().stream()).toList());
        SymbolTable symbols = new SymbolTable(layout, objects);
        new Relocator(layout, symbols).relocate(objects);
        List<Segment> segments = Arrays.stream(Region.values()).map(layout::segment).filter(segment -> !segment.isEmpty()).toList();
        return new LinkedImage(target, segments, symbols.sorted(), List.of(), entry(symbols));
    }

    private long entry(SymbolTable symbols) {
        PlacedSymbol entry = symbols.find(target.entrySymbol());
        if (entry == null) {
            throw new CompilerError("the image has no entry point: symbol '" + target.entrySymbol() + "' is not defined. Add the NASM object "
                    + "that defines it with --object.");
        }
        if (target == Target.BAREMETAL && entry.region() != Region.BOOT) {
            throw new CompilerError("the entry point '" + target.entrySymbol() + "' is in region " + entry.region().label()
                    + ": it runs before paging and must be in a section named .boot*.");
        }
        return entry.address();
    }
}
