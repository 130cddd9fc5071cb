/** A line of source and, for inlined code, the chain of call positions it came in by. */
package org.peaberry.compiler.ir;

import org.peaberry.compiler.world.MethodInfo;

/**
 * @param method the method whose source this is; null in IR parsed from text
 * @param line   1-based line, 0 when unknown
 * @param caller position of the call that was inlined, or null
 */
public record SourcePosition(MethodInfo method, int line, SourcePosition caller) {
    /** This position, seen as inlined at a call. */
    public SourcePosition inlinedAt(SourcePosition call) {
        return new SourcePosition(method, line, caller == null ? call : caller.inlinedAt(call));
    }
}
