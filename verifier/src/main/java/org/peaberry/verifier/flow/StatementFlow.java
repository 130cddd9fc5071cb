/** Follows statements. */
package org.peaberry.verifier.flow;

import java.util.List;
import java.util.Map;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.syntax.DialectParser.BlockContext;
import org.peaberry.verifier.syntax.DialectParser.BlockStatementContext;
import org.peaberry.verifier.syntax.DialectParser.BlockedStatementContext;
import org.peaberry.verifier.syntax.DialectParser.BreakStatementContext;
import org.peaberry.verifier.syntax.DialectParser.ContinueStatementContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionStatementContext;
import org.peaberry.verifier.syntax.DialectParser.IdentifierContext;
import org.peaberry.verifier.syntax.DialectParser.IfStatementContext;
import org.peaberry.verifier.syntax.DialectParser.LabeledStatementContext;
import org.peaberry.verifier.syntax.DialectParser.LocalVariablesContext;
import org.peaberry.verifier.syntax.DialectParser.ReturnStatementContext;
import org.peaberry.verifier.syntax.DialectParser.StatementContext;
import org.peaberry.verifier.syntax.DialectParser.SwitchBodyContext;
import org.peaberry.verifier.syntax.DialectParser.SwitchStatementContext;
import org.peaberry.verifier.syntax.DialectParser.ThrowStatementContext;
import org.peaberry.verifier.syntax.DialectParser.TryResourcesStatementContext;
import org.peaberry.verifier.syntax.DialectParser.TryStatementContext;
import org.peaberry.verifier.syntax.DialectParser.VariableContext;
import org.peaberry.verifier.syntax.DialectParser.YieldStatementContext;

final class StatementFlow {
    /** The label of jumps without one. */
    static final String UNLABELED = "";
    /** The label of jumps that end with a switch's value. */
    static final String YIELD = "<yield>";

    private final MethodFlow flow;
    private final ExpressionFlow expressions;
    private final LoopFlow loops;
    private final TryFlow attempts;
    private final SwitchFlow switches;

    StatementFlow(MethodFlow flow, ExpressionFlow expressions) {
        this.flow = flow;
        this.expressions = expressions;
        loops = new LoopFlow(flow, this, expressions);
        attempts = new TryFlow(flow, this);
        switches = new SwitchFlow(flow, this, expressions);
        expressions.connect(this);
    }

    Value switchValue(SwitchBodyContext body) {
        return switches.value(body);
    }

    void block(BlockContext block) {
        statements(block.blockStatement());
    }

    void statements(List<BlockStatementContext> statements) {
        for (BlockStatementContext statement : statements) {
            if (statement.localVariables() != null) {
                locals(statement.localVariables());
            } else if (statement.statement() != null) {
                statement(statement.statement());
            }
        }
    }

    void locals(LocalVariablesContext locals) {
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
            switches.give(yield.expression());
            jump(flow.exits.breaking(), YIELD);
        } else if (node instanceof TryStatementContext attempt) {
            attempts.attempt(attempt.block(), attempt.catchClause(), attempt.finallyClause());
        } else if (node instanceof TryResourcesStatementContext attempt) {
            attempt.resources().resource().forEach(resource -> expressions.evaluate(resource.expression()));
            attempts.attempt(attempt.block(), attempt.catchClause(), attempt.finallyClause());
        } else if (node instanceof SwitchStatementContext choice) {
            expressions.evaluate(choice.condition().expression());
            switches.statement(choice.switchBody());
        } else if (node instanceof LabeledStatementContext labeled) {
            labeled(labeled);
        } else {
            loops.loop(node, UNLABELED);
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

    void thrown(ParserRuleContext site) {
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
            loops.loop(labeled.statement(), label);
        }
        flow.state = FlowState.join(flow.state, flow.exits.breaking().remove(label));
    }
}
