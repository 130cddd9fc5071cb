/** Puts compiled methods together as one section of code, with the tables that describe it. */
package org.peaberry.compiler.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.emit.CompiledMethod;
import org.peaberry.compiler.image.Region;
import org.peaberry.compiler.image.Section;
import org.peaberry.compiler.image.Symbol;
import org.peaberry.compiler.table.CodeTables;
import org.peaberry.compiler.world.MethodInfo;

final class CodeSection {
    private static final int METHOD_ALIGNMENT = 16;

    private final Section text = new Section(".text", Region.TEXT);
    private final CodeTables tables = new CodeTables();
    private final Map<String, MethodInfo> entrypoints;

    private CodeSection(Map<String, MethodInfo> entrypoints) {
        this.entrypoints = entrypoints;
    }

    /** The code first, then its tables. It must be the first the linker gets, for offsets in the tables count from the start of all text. */
    static List<Section> build(List<CompiledMethod> methods, Map<String, MethodInfo> entrypoints) {
        CodeSection section = new CodeSection(entrypoints);
        methods.forEach(section::add);
        List<Section> sections = new ArrayList<>(List.of(section.text));
        sections.addAll(section.tables.sections());
        return sections;
    }

    private void add(CompiledMethod method) {
        int start = text.append(method.code(), METHOD_ALIGNMENT);
        int size = method.code().length;
        text.define(new Symbol(method.method().symbol(), start, size, Symbol.Kind.FUNCTION));
        entrypoints.forEach((name, entrypoint) -> {
            if (entrypoint == method.method()) {
                text.define(new Symbol(name, start, size, Symbol.Kind.FUNCTION));
            }
        });
        method.relocations().forEach(relocation -> text.relocate(relocation.movedBy(start)));
        tables.add(method, start);
    }
}
