/** Follows loops: goes round until nothing new is learnt. */
package org.peaberry.verifier.flow;

import java.util.List;
import java.util.Map;

import org.peaberry.verifier.syntax.DialectParser.DoStatementContext;
import org.peaberry.verifier.syntax.DialectParser.EmptyStatementContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.ForEachStatementContext;
import org.peaberry.verifier.syntax.DialectParser.ForStatementContext;
import org.peaberry.verifier.syntax.DialectParser.ForbiddenOneContext;
import org.peaberry.verifier.syntax.DialectParser.StatementContext;
import org.peaberry.verifier.syntax.DialectParser.WhileStatementContext;

final class LoopFlow {
    private static final int MOST_ROUNDS = 20;

    private final MethodFlow flow;
    private final StatementFlow statements;
    private final ExpressionFlow expressions;

    LoopFlow(MethodFlow flow, StatementFlow statements, ExpressionFlow expressions) {
        this.flow = flow;
        this.statements = statements;
        this.expressions = expressions;
    }

    void loop(StatementContext node, String label) {
        if (node instanceof WhileStatementContext loop) {
            repeat(label, loop.condition().expression(), loop.statement(), List.of(), false);
        } else if (node instanceof DoStatementContext loop) {
            repeat(label, loop.condition().expression(), loop.statement(), List.of(), true);
        } else if (node instanceof ForStatementContext loop) {
            if (loop.forStart() != null && loop.forStart().localVariables() != null) {
                statements.locals(loop.forStart().localVariables());
            } else if (loop.forStart() != null) {
                loop.forStart().expressions().expression().forEach(expressions::drop);
            }
            List<ExpressionContext> steps = loop.expressions() == null ? List.of() : loop.expressions().expression();
            repeat(label, loop.expression(), loop.statement(), steps, false);
        } else if (node instanceof ForEachStatementContext loop) {
            expressions.evaluate(loop.expression());
            repeat(label, loop.expression(), loop.statement(), List.of(), false);
        } else if (!(node instanceof EmptyStatementContext) && !(node instanceof ForbiddenOneContext)) {
            statements.statement(node);
        }
    }

    /** Goes round until nothing new is learnt. */
    private void repeat(String label, ExpressionContext condition, StatementContext body, List<ExpressionContext> steps, boolean isBodyFirst) {
        FlowState head = flow.state;
        FlowState after = null;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Exits outer = flow.exits;
            flow.exits = new Exits();
            flow.state = head == null ? null : head.copy();
            Paths paths = isBodyFirst || flow.state == null ? new Paths(flow.state, null) : condition(condition);
            FlowState leaving = paths.whenFalse();
            flow.state = paths.whenTrue();
            statements.statement(body);
            flow.state = FlowState.join(flow.state, taken(flow.exits.continuing(), label));
            if (isBodyFirst && flow.state != null) {
                Paths end = condition(condition);
                leaving = FlowState.join(leaving, end.whenFalse());
                flow.state = end.whenTrue();
            }
            if (flow.state != null) {
                steps.forEach(expressions::drop);
            }
            after = FlowState.join(leaving, taken(flow.exits.breaking(), label));
            outer.addAll(flow.exits);
            flow.exits = outer;
            FlowState next = FlowState.join(head == null ? null : head.copy(), flow.state);
            if (next == null || next.isSameAs(head)) {
                break;
            }
            head = next;
        }
        flow.state = after;
    }

    private Paths condition(ExpressionContext condition) {
        return condition == null ? new Paths(flow.state, null) : expressions.condition(condition);
    }

    private static FlowState taken(Map<String, FlowState> exits, String label) {
        FlowState own = exits.remove(StatementFlow.UNLABELED);
        return label.isEmpty() ? own : FlowState.join(own, exits.remove(label));
    }
}
