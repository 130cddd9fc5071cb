/** Follows switches, old and new, as statements and as values. */
package org.peaberry.verifier.flow;

import org.peaberry.verifier.syntax.DialectParser.ExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.SwitchBodyContext;
import org.peaberry.verifier.syntax.DialectParser.SwitchGroupContext;
import org.peaberry.verifier.syntax.DialectParser.SwitchRuleContext;

final class SwitchFlow {
    private final MethodFlow flow;
    private final StatementFlow statements;
    private final ExpressionFlow expressions;
    private Value value = Value.PLAIN;
    private boolean hasValue;

    SwitchFlow(MethodFlow flow, StatementFlow statements, ExpressionFlow expressions) {
        this.flow = flow;
        this.statements = statements;
        this.expressions = expressions;
    }

    void statement(SwitchBodyContext body) {
        switchOver(body, false);
    }

    /** What it yields: fresh when one of its cases is. */
    Value value(SwitchBodyContext body) {
        Value outer = value;
        boolean outerHas = hasValue;
        value = Value.PLAIN;
        hasValue = false;
        switchOver(body, true);
        Value result = value;
        value = outer;
        hasValue = outerHas;
        return result;
    }

    /** One of the values of the innermost switch that has some. */
    void give(ExpressionContext node) {
        Value one = expressions.evaluate(node);
        value = hasValue ? Value.either(value, one) : one;
        hasValue = true;
    }

    private void switchOver(SwitchBodyContext body, boolean isValue) {
        FlowState entry = flow.state;
        FlowState after = null;
        boolean hasDefault = false;
        flow.state = null;
        for (SwitchGroupContext group : body.switchGroup()) {
            hasDefault |= group.switchLabel().stream().anyMatch(one -> one.caseValue().isEmpty());
            flow.state = FlowState.join(entry == null ? null : entry.copy(), flow.state);
            statements.statements(group.blockStatement());
        }
        after = flow.state;
        for (SwitchRuleContext rule : body.switchRule()) {
            hasDefault |= rule.switchLabel().caseValue().isEmpty();
            flow.state = entry == null ? null : entry.copy();
            rule(rule, isValue);
            after = FlowState.join(after, flow.state);
        }
        after = FlowState.join(after, isValue ? null : flow.exits.breaking().remove(StatementFlow.UNLABELED));
        after = FlowState.join(after, flow.exits.breaking().remove(StatementFlow.YIELD));
        flow.state = hasDefault || isValue ? after : FlowState.join(after, entry);
    }

    private void rule(SwitchRuleContext rule, boolean isValue) {
        if (flow.state == null) {
            return;
        }
        if (rule.block() != null) {
            statements.block(rule.block());
        } else if (rule.throwing() != null) {
            expressions.evaluate(rule.throwing().expression());
            statements.thrown(rule.throwing());
        } else if (isValue) {
            give(rule.expression());
        } else {
            expressions.drop(rule.expression());
        }
    }
}
