/** Fills the places that relocations name with symbols' addresses. */
package org.peaberry.compiler.image;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.peaberry.compiler.driver.CompilerError;
import org.peaberry.compiler.encode.Relocation;

final class Relocator {
    private static final int SHOWN_REFERRERS = 3;

    private final Layout layout;
    private final SymbolTable symbols;
    private final Map<String, Set<String>> undefined = new LinkedHashMap<>();
    private final List<String> outOfRange = new ArrayList<>();

    Relocator(Layout layout, SymbolTable symbols) {
        this.layout = layout;
        this.symbols = symbols;
    }

    /** All relocations of all objects; all errors are reported together. */
    void relocate(Collection<ObjectFile> objects) {
        for (ObjectFile object : objects) {
            for (Section section : object.sections()) {
                for (Relocation relocation : section.relocations()) {
                    relocate(object, section, relocation);
                }
            }
        }
        List<String> errors = new ArrayList<>(outOfRange);
        undefined.forEach((name, referrers) -> errors.add(undefinedMessage(name, referrers)));
        if (!errors.isEmpty()) {
            throw new CompilerError(String.join("\n", errors));
        }
    }

    private void relocate(ObjectFile object, Section section, Relocation relocation) {
        PlacedSymbol symbol = symbols.find(relocation.symbol());
        if (symbol == null) {
            undefined.computeIfAbsent(relocation.symbol(), key -> new LinkedHashSet<>()).add(referrer(object, section, relocation));
            return;
        }
        long value = symbol.address() + relocation.addend();
        switch (relocation.kind()) {
            case PC32 -> patch32(object, section, relocation, value - layout.address(section) - relocation.offset(), true);
            case ABSOLUTE32 -> patch32(object, section, relocation, value, false);
            case ABSOLUTE32_SIGNED -> patch32(object, section, relocation, value, true);
            case ABSOLUTE64 -> patch(section, relocation, value, Long.BYTES);
        }
    }

    private void patch32(ObjectFile object, Section section, Relocation relocation, long value, boolean signed) {
        boolean fits = signed ? value == (int) value : value >>> Integer.SIZE == 0;
        if (!fits) {
            outOfRange.add(referrer(object, section, relocation) + ": the address of '" + relocation.symbol() + "' does not fit into 32 bits ("
                    + relocation.kind() + ", value 0x" + Long.toHexString(value) + "). Load it as 64 bits (mov reg, qword symbol), "
                    + "or refer to a symbol of the same region.");
            return;
        }
        patch(section, relocation, value, Integer.BYTES);
    }

    private void patch(Section section, Relocation relocation, long value, int bytes) {
        byte[] contents = layout.segment(section.region()).contents();
        int start = layout.offsetInSegment(section) + relocation.offset();
        for (int i = 0; i < bytes; i++) {
            contents[start + i] = (byte) (value >> Byte.SIZE * i);
        }
    }

    private static String referrer(ObjectFile object, Section section, Relocation relocation) {
        return section.describe(relocation.offset()) + " (" + object.name() + ")";
    }

    private static String undefinedMessage(String name, Set<String> referrers) {
        List<String> shown = referrers.stream().limit(SHOWN_REFERRERS).toList();
        int more = referrers.size() - shown.size();
        return "symbol '" + name + "' is not defined\n  used by " + String.join("\n  used by ", shown)
                + (more > 0 ? "\n  and " + more + " more" : "")
                + "\n  define it: in a NASM object given with --object (declare it global there), or as an @Entrypoint(\"" + name + "\") method";
    }
}
