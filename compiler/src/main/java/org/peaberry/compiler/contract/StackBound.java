/** How deep the stack gets below a method, and how deep it may. */
package org.peaberry.compiler.contract;

import org.peaberry.compiler.world.MethodInfo;

/**
 * @param depth bytes at most
 * @param limit bytes that its @BoundedStack allows
 */
public record StackBound(MethodInfo method, long depth, int limit) {
    public boolean holds() {
        return depth <= limit;
    }

    /** One line for the build's output. */
    public String text() {
        return "stack of " + Violation.shortName(method) + ": at most " + depth + " bytes of " + limit;
    }
}
