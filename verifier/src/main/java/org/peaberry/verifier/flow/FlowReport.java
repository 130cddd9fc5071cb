/** Collects problems, each once a place. */
package org.peaberry.verifier.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.antlr.v4.runtime.ParserRuleContext;

final class FlowReport {
    private final List<FlowProblem> problems = new ArrayList<>();
    private final Set<Object> seen = new HashSet<>();

    void add(FlowProblem.Kind kind, ParserRuleContext where, String message) {
        if (seen.add(List.of(kind, where.getStart().getTokenIndex()))) {
            problems.add(new FlowProblem(kind, where, message));
        }
    }

    List<FlowProblem> problems() {
        return problems;
    }
}
