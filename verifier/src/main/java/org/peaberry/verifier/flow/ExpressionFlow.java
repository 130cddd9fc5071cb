/** Follows expressions in the order in which they are evaluated. */
package org.peaberry.verifier.flow;

import org.peaberry.verifier.model.Variable;
import org.peaberry.verifier.syntax.DialectParser.AndContext;
import org.peaberry.verifier.syntax.DialectParser.ArrayElementContext;
import org.peaberry.verifier.syntax.DialectParser.AssignContext;
import org.peaberry.verifier.syntax.DialectParser.CallContext;
import org.peaberry.verifier.syntax.DialectParser.CastContext;
import org.peaberry.verifier.syntax.DialectParser.ChoiceContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.FieldAccessContext;
import org.peaberry.verifier.syntax.DialectParser.LambdaExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.LocalCallContext;
import org.peaberry.verifier.syntax.DialectParser.NameContext;
import org.peaberry.verifier.syntax.DialectParser.NewContext;
import org.peaberry.verifier.syntax.DialectParser.OrContext;
import org.peaberry.verifier.syntax.DialectParser.ParenthesizedContext;
import org.peaberry.verifier.syntax.DialectParser.PrimaryContext;
import org.peaberry.verifier.syntax.DialectParser.PrimaryExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.ReferenceContext;
import org.peaberry.verifier.syntax.DialectParser.SuperCallContext;
import org.peaberry.verifier.syntax.DialectParser.SuperConstructorCallContext;
import org.peaberry.verifier.syntax.DialectParser.SwitchValueContext;
import org.peaberry.verifier.syntax.DialectParser.ThisConstructorCallContext;

final class ExpressionFlow {
    private final MethodFlow flow;
    private final LockFlow locks;
    private final Transfers transfers;
    private final CallFlow calls;
    private final ConditionFlow conditions;
    private StatementFlow statements;

    ExpressionFlow(MethodFlow flow, MayThrow mayThrow, LockRanks ranks, FlowReport report) {
        this.flow = flow;
        locks = new LockFlow(flow, ranks, report);
        transfers = new Transfers(flow, report);
        calls = new CallFlow(flow, this, transfers, locks, mayThrow);
        conditions = new ConditionFlow(flow, this);
    }

    void connect(StatementFlow statementFlow) {
        statements = statementFlow;
    }

    Transfers transfers() {
        return transfers;
    }

    Paths condition(ExpressionContext node) {
        return conditions.condition(node);
    }

    /** An expression whose value nobody takes. */
    void drop(ExpressionContext node) {
        transfers.drop(evaluate(node));
    }

    /** A value that is looked at, and stays with whoever has it: by that name it can still be taken. */
    Value use(ExpressionContext node) {
        Value value = evaluate(node);
        if (flow.state == null) {
            return Value.PLAIN;
        }
        transfers.use(node, value);
        return new Value(null, value.variable());
    }

    Value evaluate(ExpressionContext node) {
        if (flow.state == null) {
            return Value.PLAIN;
        }
        if (node instanceof PrimaryExpressionContext simple) {
            return primary(simple.primary());
        } else if (node instanceof CallContext call) {
            return calls.call(call, call.expression());
        } else if (node instanceof AssignContext assign) {
            return assign(assign);
        } else if (node instanceof CastContext cast) {
            return evaluate(cast.expression());
        } else if (node instanceof ChoiceContext choice) {
            return choose(choice);
        } else if (node instanceof AndContext || node instanceof OrContext) {
            Paths paths = condition(node);
            flow.state = FlowState.join(paths.whenTrue(), paths.whenFalse());
            return Value.PLAIN;
        } else if (node instanceof LambdaExpressionContext || node instanceof ReferenceContext) {
            return Value.PLAIN;
        }
        if (node instanceof FieldAccessContext access) {
            Variable field = flow.model().typing().fieldOf(access);
            locks.checkGuard(access, access.expression(), field);
            if (field != null && access.expression().getText().equals("this")) {
                return named(field);
            }
        }
        node.getRuleContexts(ExpressionContext.class).forEach(this::use);
        return Value.PLAIN;
    }

    private Value primary(PrimaryContext node) {
        if (node instanceof ParenthesizedContext inner) {
            return evaluate(inner.expression());
        } else if (node instanceof NameContext name) {
            Variable variable = flow.model().scopes().find(name.getText(), name);
            locks.checkGuard(name, null, variable);
            return named(variable);
        } else if (node instanceof LocalCallContext || node instanceof SuperCallContext) {
            return calls.call(node, null);
        } else if (node instanceof NewContext creation) {
            return calls.create(creation.creation());
        } else if (node instanceof SwitchValueContext choice) {
            evaluate(choice.condition().expression());
            return statements.switchValue(choice.switchBody());
        } else if (node instanceof ThisConstructorCallContext || node instanceof SuperConstructorCallContext) {
            calls.construct(node);
        }
        return Value.PLAIN;
    }

    private Value named(Variable variable) {
        boolean isFollowed = variable != null && (!variable.isField() || transfers.isOfConstruction(variable));
        return isFollowed ? new Value(null, Resource.of(variable)) : Value.PLAIN;
    }

    private Value choose(ChoiceContext choice) {
        Paths paths = condition(choice.expression(0));
        flow.state = paths.whenTrue();
        Value one = evaluate(choice.expression(1));
        FlowState afterTrue = flow.state;
        flow.state = paths.whenFalse();
        Value other = evaluate(choice.expression(2));
        flow.state = FlowState.join(afterTrue, flow.state);
        return Value.either(one, other);
    }

    private Value assign(AssignContext node) {
        Value value = evaluate(node.expression(1));
        Variable target = flow.model().typing().variableOf(node.expression(0));
        if (flow.state == null) {
            return Value.PLAIN;
        }
        if (target != null && !target.isField()) {
            transfers.name(node, target, value);
            return new Value(null, Resource.of(target));
        }
        locks.checkTarget(node.expression(0));
        transfers.store(node.expression(1), value, fieldOf(node.expression(0)));
        return Value.PLAIN;
    }

    /** The field that an assignment changes, itself or an element of it. */
    private Variable fieldOf(ExpressionContext target) {
        ExpressionContext at = target;
        while (at instanceof ArrayElementContext element) {
            use(element.expression(1));
            at = element.expression(0);
        }
        return flow.model().typing().variableOf(at);
    }
}
