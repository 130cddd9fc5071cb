/** A line of source and, for inlined code, the chain of call positions it came in by. */
package org.peaberry.compiler.ir;

import java.util.List;
import java.util.Objects;

import org.peaberry.compiler.world.MethodInfo;

/**
 * Positions are equal when they name the same place, whatever the variables hold there.
 *
 * @param method the method whose source this is; null in IR parsed from text
 * @param line   1-based line, 0 when unknown
 * @param caller position of the call that was inlined, or null
 * @param locals what variables of the method hold, for debuggers only
 */
public record SourcePosition(MethodInfo method, int line, SourcePosition caller, List<Local> locals) {
    private static final int HASH_FACTOR = 31;

    public SourcePosition(MethodInfo method, int line, SourcePosition caller) {
        this(method, line, caller, List.of());
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof SourcePosition position && line == position.line && Objects.equals(method, position.method)
                && Objects.equals(caller, position.caller);
    }

    @Override
    public int hashCode() {
        return (Objects.hashCode(caller) * HASH_FACTOR + Objects.hashCode(method)) * HASH_FACTOR + line;
    }
}
