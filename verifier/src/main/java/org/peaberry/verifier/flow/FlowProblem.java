/** A place where a resource is not handled right. */
package org.peaberry.verifier.flow;

import org.antlr.v4.runtime.ParserRuleContext;

/** @param where the place to report */
public record FlowProblem(Kind kind, ParserRuleContext where, String message) {
    /** Each kind belongs to one rule. */
    public enum Kind { LEAK, DOUBLE_RELEASE, USE_AFTER_RELEASE, LOCK_ORDER, UNGUARDED }
}
