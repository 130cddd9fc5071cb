/** The ways out of a piece of code other than its end, with what is held on each. */
package org.peaberry.verifier.flow;

import java.util.LinkedHashMap;
import java.util.Map;

import org.antlr.v4.runtime.ParserRuleContext;

final class Exits {
    private final Map<ParserRuleContext, FlowState> throwing = new LinkedHashMap<>();
    private final Map<ParserRuleContext, FlowState> returning = new LinkedHashMap<>();
    private final Map<String, FlowState> breaking = new LinkedHashMap<>();
    private final Map<String, FlowState> continuing = new LinkedHashMap<>();

    /** By the place that throws. */
    Map<ParserRuleContext, FlowState> throwing() {
        return throwing;
    }

    /** By the statement. */
    Map<ParserRuleContext, FlowState> returning() {
        return returning;
    }

    /** By label; the innermost loop or switch has none. */
    Map<String, FlowState> breaking() {
        return breaking;
    }

    Map<String, FlowState> continuing() {
        return continuing;
    }

    static <K> void add(Map<K, FlowState> exits, K key, FlowState state) {
        if (state != null) {
            exits.merge(key, state.copy(), FlowState::join);
        }
    }

    /** Takes over all exits of a part. */
    void addAll(Exits inner) {
        inner.throwing.forEach((site, state) -> add(throwing, site, state));
        inner.returning.forEach((site, state) -> add(returning, site, state));
        inner.breaking.forEach((label, state) -> add(breaking, label, state));
        inner.continuing.forEach((label, state) -> add(continuing, label, state));
    }
}
