/** Puts compiled methods together as one section of code, with the tables that describe it. */
package org.peaberry.compiler.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.peaberry.compiler.emit.CompiledMethod;
import org.peaberry.compiler.image.Region;
import org.peaberry.compiler.image.Section;
import org.peaberry.compiler.image.Symbol;
import org.peaberry.compiler.table.CodeTables;
import org.peaberry.compiler.world.MethodInfo;

final class CodeSection {
    private static final int PAGE_SIZE = 4096;

    private final Section text = new Section(".text", Region.TEXT);
    private final CodeTables tables = new CodeTables();
    private final Map<String, MethodInfo> entrypoints;

    private CodeSection(Map<String, MethodInfo> entrypoints) {
        this.entrypoints = entrypoints;
    }

    /**
     * The code first, then its tables. It must be the first the linker gets, for offsets in the tables count from the start of all text. What is gone when
     * boot is over has the first pages for itself.
     */
    static List<Section> build(List<CompiledMethod> methods, Map<String, MethodInfo> entrypoints, Predicate<MethodInfo> isGoneAfterBoot) {
        CodeSection section = new CodeSection(entrypoints);
        section.addBootCode(methods.stream().filter(method -> isGoneAfterBoot.test(method.method())).toList());
        List<CompiledMethod> kept = methods.stream().filter(method -> !isGoneAfterBoot.test(method.method())).toList();
        kept.forEach(section::add);
        section.checkKept(kept, isGoneAfterBoot, methods);
        List<Section> sections = new ArrayList<>(List.of(section.text));
        sections.addAll(section.tables.sections());
        return sections;
    }

    /** Entry points call boot code before they end boot; nothing else that is kept may. */
    private void checkKept(List<CompiledMethod> kept, Predicate<MethodInfo> isGone, List<CompiledMethod> all) {
        Set<String> gone = all.stream().map(CompiledMethod::method).filter(isGone).map(MethodInfo::symbol).collect(Collectors.toSet());
        for (CompiledMethod method : kept) {
            if (!entrypoints.containsValue(method.method())) {
                method.relocations().stream().filter(relocation -> gone.contains(relocation.symbol())).findFirst().ifPresent(relocation -> {
                    throw new IllegalStateException(method.method() + " can run when boot is over, and refers to " + relocation.symbol() + ", which is gone then");
                });
            }
        }
    }

    /** Between the symbols init_text_start and init_text_end, which are multiples of the page size. */
    private void addBootCode(List<CompiledMethod> methods) {
        methods.forEach(this::add);
        int end = methods.isEmpty() ? 0 : text.append(new byte[0], PAGE_SIZE);
        text.define(new Symbol("init_text_start", 0, 0, Symbol.Kind.OBJECT));
        text.define(new Symbol("init_text_end", end, 0, Symbol.Kind.OBJECT));
    }

    private void add(CompiledMethod method) {
        int start = text.append(method.code(), method.alignment());
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
