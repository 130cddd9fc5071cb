/** The reports that exist as text. */
package org.peaberry.compiler.report;

import java.util.Locale;
import java.util.function.BiFunction;

import org.peaberry.compiler.observe.CompiledProgram;

public enum TextReport {
    CODE_SIZE(CodeSizeText::of), HEAP(HeapText::of), STACK(StackText::of), REACHABILITY(ReachabilityText::of);

    private final BiFunction<CompiledProgram, String, String> writer;

    TextReport(BiFunction<CompiledProgram, String, String> writer) {
        this.writer = writer;
    }

    /** As users write it: {@code code-size}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param pattern part of the names of what is listed; empty for all */
    public String write(CompiledProgram program, String pattern) {
        return writer.apply(program, pattern);
    }
}
