/** Follows statements. */
package org.peaberry.verifier.flow;

import java.util.List;
import java.util.Map;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.syntax.DialectParser.BlockContext;
import org.peaberry.verifier.syntax.DialectParser.BlockStatementContext;
import org.peaberry.verifier.syntax.DialectParser.BlockedStatementContext;
import org.peaberry.verifier.syntax.DialectParser.BreakStatementContext;
import org.peaberry.verifier.syntax.DialectParser.CatchClauseContext;
import org.peaberry.verifier.syntax.DialectParser.ContinueStatementContext;
import org.peaberry.verifier.syntax.DialectParser.DoStatementContext;
import org.peaberry.verifier.syntax.DialectParser.EmptyStatementContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionStatementContext;
import org.peaberry.verifier.syntax.DialectParser.FinallyClauseContext;
import org.peaberry.verifier.syntax.DialectParser.ForEachStatementContext;
import org.peaberry.verifier.syntax.DialectParser.ForStatementContext;
import org.peaberry.verifier.syntax.DialectParser.ForbiddenOneContext;
import org.peaberry.verifier.syntax.DialectParser.IdentifierContext;
import org.peaberry.verifier.syntax.DialectParser.IfStatementContext;
import org.peaberry.verifier.syntax.DialectParser.LabeledStatementContext;
import org.peaberry.verifier.syntax.DialectParser.LocalVariablesContext;
import org.peaberry.verifier.syntax.DialectParser.ReturnStatementContext;
import org.peaberry.verifier.syntax.DialectParser.StatementContext;
import org.peaberry.verifier.syntax.DialectParser.SwitchBodyContext;
import org.peaberry.verifier.syntax.DialectParser.SwitchGroupContext;
import org.peaberry.verifier.syntax.DialectParser.SwitchRuleContext;
import org.peaberry.verifier.syntax.DialectParser.SwitchStatementContext;
import org.peaberry.verifier.syntax.DialectParser.ThrowStatementContext;
import org.peaberry.verifier.syntax.DialectParser.TryResourcesStatementContext;
import org.peaberry.verifier.syntax.DialectParser.TryStatementContext;
import org.peaberry.verifier.syntax.DialectParser.VariableContext;
import org.peaberry.verifier.syntax.DialectParser.WhileStatementContext;
import org.peaberry.verifier.syntax.DialectParser.YieldStatementContext;

final class StatementFlow {
    private static final String UNLABELED = "";
    private static final String YIELD = "<yield>";
    private static final int MOST_ROUNDS = 20;

    private final MethodFlow flow;
    private final ExpressionFlow expressions;
    private final FlowReport report;

    StatementFlow(MethodFlow flow, ExpressionFlow expressions, FlowReport report) {
        this.flow = flow;
        this.expressions = expressions;
        this.report = report;
        expressions.connect(this);
    }

    void block(BlockContext block) {
        statements(block.blockStatement());
    }

    private void statements(List<BlockStatementContext> statements) {
        for (BlockStatementContext statement : statements) {
            if (statement.localVariables() != null) {
                locals(statement.localVariables());
            } else if (statement.statement() != null) {
                statement(statement.statement());
            }
        }
    }

    private void locals(LocalVariablesContext locals) {
        for (VariableContext variable : locals.variables().variable()) {
            if (variable.initializer() != null && variable.initializer().expression() != null) {
                Value value = expressions.evaluate(variable.initializer().expression());
                expressions.transfers().name(variable, flow.model().scopes().findLocal(variable.identifier().getText(), variable), value);
            }
        }
    }

    void statement(StatementContext node) {
        if (flow.state == null) {
            return;
        }
        if (node instanceof BlockedStatementContext inner) {
            block(inner.block());
        } else if (node instanceof ExpressionStatementContext statement) {
            expressions.drop(statement.expression());
        } else if (node instanceof IfStatementContext choice) {
            choose(choice);
        } else if (node instanceof ReturnStatementContext end) {
            leave(end);
        } else if (node instanceof ThrowStatementContext thrown) {
            expressions.evaluate(thrown.expression());
            thrown(thrown);
        } else if (node instanceof BreakStatementContext jump) {
            jump(flow.exits.breaking(), label(jump.identifier()));
        } else if (node instanceof ContinueStatementContext jump) {
            jump(flow.exits.continuing(), label(jump.identifier()));
        } else if (node instanceof YieldStatementContext yield) {
            expressions.evaluate(yield.expression());
            jump(flow.exits.breaking(), YIELD);
        } else if (node instanceof TryStatementContext attempt) {
            attempt(attempt.block(), attempt.catchClause(), attempt.finallyClause());
        } else if (node instanceof TryResourcesStatementContext attempt) {
            attempt.resources().resource().forEach(resource -> expressions.evaluate(resource.expression()));
            attempt(attempt.block(), attempt.catchClause(), attempt.finallyClause());
        } else if (node instanceof SwitchStatementContext choice) {
            expressions.evaluate(choice.condition().expression());
            switchOver(choice.switchBody(), UNLABELED);
        } else if (node instanceof LabeledStatementContext labeled) {
            labeled(labeled);
        } else {
            loop(node, UNLABELED);
        }
    }

    private static String label(IdentifierContext identifier) {
        return identifier == null ? UNLABELED : identifier.getText();
    }

    private void choose(IfStatementContext choice) {
        Paths paths = expressions.condition(choice.condition().expression());
        flow.state = paths.whenTrue();
        statement(choice.statement(0));
        FlowState afterTrue = flow.state;
        flow.state = paths.whenFalse();
        if (choice.statement(1) != null) {
            statement(choice.statement(1));
        }
        flow.state = FlowState.join(afterTrue, flow.state);
    }

    private void leave(ReturnStatementContext end) {
        if (end.expression() != null) {
            expressions.transfers().giveToCaller(end.expression(), end, expressions.evaluate(end.expression()));
        }
        if (flow.state != null) {
            Exits.add(flow.exits.returning(), end, flow.state);
            flow.state = null;
        }
    }

    private void thrown(ParserRuleContext site) {
        Exits.add(flow.exits.throwing(), site, flow.state);
        flow.state = null;
    }

    private void jump(Map<String, FlowState> exits, String label) {
        Exits.add(exits, label, flow.state);
        flow.state = null;
    }

    private void labeled(LabeledStatementContext labeled) {
        String label = labeled.identifier().getText();
        if (labeled.statement() instanceof BlockedStatementContext) {
            statement(labeled.statement());
        } else {
            loop(labeled.statement(), label);
        }
        flow.state = FlowState.join(flow.state, flow.exits.breaking().remove(label));
    }

    private void loop(StatementContext node, String label) {
        if (node instanceof WhileStatementContext loop) {
            repeat(label, loop.condition().expression(), loop.statement(), List.of(), false);
        } else if (node instanceof DoStatementContext loop) {
            repeat(label, loop.condition().expression(), loop.statement(), List.of(), true);
        } else if (node instanceof ForStatementContext loop) {
            if (loop.forStart() != null && loop.forStart().localVariables() != null) {
                locals(loop.forStart().localVariables());
            } else if (loop.forStart() != null) {
                loop.forStart().expressions().expression().forEach(expressions::drop);
            }
            List<ExpressionContext> steps = loop.expressions() == null ? List.of() : loop.expressions().expression();
            repeat(label, loop.expression(), loop.statement(), steps, false);
        } else if (node instanceof ForEachStatementContext loop) {
            expressions.evaluate(loop.expression());
            repeat(label, loop.expression(), loop.statement(), List.of(), false);
        } else if (!(node instanceof EmptyStatementContext) && !(node instanceof ForbiddenOneContext)) {
            statement(node);
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
            statement(body);
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
        FlowState own = exits.remove(UNLABELED);
        return label.isEmpty() ? own : FlowState.join(own, exits.remove(label));
    }

    private void attempt(BlockContext block, List<CatchClauseContext> clauses, FinallyClauseContext last) {
        Exits outer = flow.exits;
        flow.exits = new Exits();
        block(block);
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
        block(last.block());
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
                block(clause.block());
            }
            normal = FlowState.join(normal, flow.state);
        }
        flow.state = normal;
    }

    /** As a statement or as a value: what is left by yield arrives as well. */
    void switchOver(SwitchBodyContext body, String label) {
        FlowState entry = flow.state;
        FlowState after = null;
        boolean hasDefault = false;
        flow.state = null;
        for (SwitchGroupContext group : body.switchGroup()) {
            hasDefault |= group.switchLabel().stream().anyMatch(one -> one.caseValue().isEmpty());
            flow.state = FlowState.join(entry == null ? null : entry.copy(), flow.state);
            statements(group.blockStatement());
        }
        after = flow.state;
        for (SwitchRuleContext rule : body.switchRule()) {
            hasDefault |= rule.switchLabel().caseValue().isEmpty();
            flow.state = entry == null ? null : entry.copy();
            rule(rule);
            after = FlowState.join(after, flow.state);
        }
        boolean isValue = label.equals(YIELD);
        after = FlowState.join(after, isValue ? null : flow.exits.breaking().remove(UNLABELED));
        after = FlowState.join(after, flow.exits.breaking().remove(YIELD));
        flow.state = hasDefault || isValue ? after : FlowState.join(after, entry);
    }

    void switchValue(SwitchBodyContext body) {
        switchOver(body, YIELD);
    }

    private void rule(SwitchRuleContext rule) {
        if (flow.state == null) {
            return;
        }
        if (rule.block() != null) {
            block(rule.block());
        } else if (rule.throwing() != null) {
            expressions.evaluate(rule.throwing().expression());
            thrown(rule.throwing());
        } else {
            expressions.evaluate(rule.expression());
        }
    }
}
