/** The entries that describe methods: what is declared once, however often the code was inlined. */
package org.peaberry.compiler.debug;

import java.util.HashMap;
import java.util.Map;

import org.peaberry.compiler.world.MethodInfo;

final class MethodEntries {
    /** DW_INL_inlined. */
    private static final int INLINED = 1;

    private final Units units;
    private final Map<MethodInfo, Entry> declarations = new HashMap<>();

    MethodEntries(Units units) {
        this.units = units;
    }

    /** The entry that code of the method refers to as its origin. */
    Entry origin(MethodInfo method) {
        Entry known = declarations.get(method);
        if (known == null) {
            known = declare(method);
            declarations.put(method, known);
        }
        return known;
    }

    private Entry declare(MethodInfo method) {
        Unit unit = units.of(method.owner());
        Entry entry = unit.entry().add(Tag.SUBPROGRAM).text(Attribute.NAME, method.displayName());
        entry.number(Attribute.DECLARATION_FILE, 0);
        if (method.firstLine() > 0) {
            entry.number(Attribute.DECLARATION_LINE, method.firstLine());
        }
        return entry.flag(Attribute.EXTERNAL).number(Attribute.INLINE, INLINED);
    }
}
