/** Follows try: handlers take over what was thrown, and a finally block is on every way out. */
package org.peaberry.verifier.flow;

import java.util.List;

import org.peaberry.verifier.syntax.DialectParser.BlockContext;
import org.peaberry.verifier.syntax.DialectParser.CatchClauseContext;
import org.peaberry.verifier.syntax.DialectParser.FinallyClauseContext;

final class TryFlow {
    private final MethodFlow flow;
    private final StatementFlow statements;

    TryFlow(MethodFlow flow, StatementFlow statements) {
        this.flow = flow;
        this.statements = statements;
    }

    void attempt(BlockContext block, List<CatchClauseContext> clauses, FinallyClauseContext last) {
        Exits outer = flow.exits;
        flow.exits = new Exits();
        statements.block(block);
        catchAll(clauses);
        Exits inner = flow.exits;
        flow.exits = outer;
        if (last == null) {
            outer.addAll(inner);
            return;
        }
        FlowState normal = afterFinally(flow.state, last);
        inner.throwing().forEach((site, state) -> Exits.add(outer.throwing(), site, afterFinally(state, last)));
        inner.returning().forEach((site, state) -> Exits.add(outer.returning(), site, afterFinally(state, last)));
        inner.breaking().forEach((label, state) -> Exits.add(outer.breaking(), label, afterFinally(state, last)));
        inner.continuing().forEach((label, state) -> Exits.add(outer.continuing(), label, afterFinally(state, last)));
        flow.state = normal;
    }

    private FlowState afterFinally(FlowState before, FinallyClauseContext last) {
        if (before == null) {
            return null;
        }
        flow.state = before.copy();
        statements.block(last.block());
        return flow.state;
    }

    private void catchAll(List<CatchClauseContext> clauses) {
        FlowState normal = flow.state;
        FlowState thrown = null;
        for (FlowState state : flow.exits.throwing().values()) {
            thrown = FlowState.join(thrown, state.copy());
        }
        if (clauses.stream().anyMatch(MayThrow::catchesAll)) {
            flow.exits.throwing().clear();
        }
        for (CatchClauseContext clause : clauses) {
            flow.state = thrown == null ? null : thrown.copy();
            if (flow.state != null) {
                statements.block(clause.block());
            }
            normal = FlowState.join(normal, flow.state);
        }
        flow.state = normal;
    }
}
