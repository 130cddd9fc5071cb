/** What a CALL calls, and how the target is found. */
package org.peaberry.compiler.ir;

import org.peaberry.compiler.world.MethodInfo;

/**
 * @param kind   how the target is found; a NULL_CHECK of the receiver comes before every call with a receiver
 * @param method the resolved method; for VIRTUAL and INTERFACE the one found at the static type
 */
public record Invocation(Kind kind, MethodInfo method) {
    /** How the code address is found. */
    public enum Kind {
        /** Static, private, constructor, super or devirtualized: known when compiled. */
        DIRECT,
        /** Through the receiver's dispatch table. */
        VIRTUAL,
        /** Through the receiver's interface dispatch table. */
        INTERFACE
    }
}
