/** Follows conditions: what is held where they hold, and where they do not. */
package org.peaberry.verifier.flow;

import java.util.List;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.model.Calls;
import org.peaberry.verifier.model.Method;
import org.peaberry.verifier.syntax.DialectParser.AndContext;
import org.peaberry.verifier.syntax.DialectParser.CallContext;
import org.peaberry.verifier.syntax.DialectParser.EqualityContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.LiteralValueContext;
import org.peaberry.verifier.syntax.DialectParser.LocalCallContext;
import org.peaberry.verifier.syntax.DialectParser.OrContext;
import org.peaberry.verifier.syntax.DialectParser.PrefixContext;
import org.peaberry.verifier.tree.Nodes;

final class ConditionFlow {
    private final MethodFlow flow;
    private final ExpressionFlow expressions;

    ConditionFlow(MethodFlow flow, ExpressionFlow expressions) {
        this.flow = flow;
        this.expressions = expressions;
    }

    Paths condition(ExpressionContext node) {
        ExpressionContext inner = Nodes.unwrapped(node);
        if (inner instanceof PrefixContext prefix && Nodes.hasWord(prefix, "!")) {
            return condition(prefix.expression()).inverted();
        } else if (inner instanceof AndContext and) {
            Paths left = condition(and.expression(0));
            flow.state = left.whenTrue();
            Paths right = second(and.expression(1));
            return new Paths(right.whenTrue(), FlowState.join(left.whenFalse(), right.whenFalse()));
        } else if (inner instanceof OrContext or) {
            Paths left = condition(or.expression(0));
            flow.state = left.whenFalse();
            Paths right = second(or.expression(1));
            return new Paths(FlowState.join(left.whenTrue(), right.whenTrue()), right.whenFalse());
        } else if (Nodes.primary(inner) instanceof LiteralValueContext literal && literal.getText().matches("true|false")) {
            Paths always = new Paths(flow.state, null);
            return literal.getText().equals("true") ? always : always.inverted();
        } else if (inner instanceof EqualityContext comparison) {
            return comparison(comparison);
        }
        return test(inner);
    }

    private Paths second(ExpressionContext node) {
        return flow.state == null ? new Paths(null, null) : condition(node);
    }

    private Paths comparison(EqualityContext node) {
        boolean isNullTest = node.expression(1).getText().equals("null");
        Value value = expressions.evaluate(node.expression(0));
        expressions.evaluate(node.expression(1));
        if (!isNullTest) {
            return split();
        }
        Paths paths = absence(value.variable());
        return Nodes.hasWord(node, "==") ? paths : paths.inverted();
    }

    private Paths test(ExpressionContext node) {
        ParserRuleContext call = node instanceof CallContext qualified ? qualified : Nodes.primary(node) instanceof LocalCallContext local ? local : null;
        Method method = call == null ? null : flow.model().typing().calls().find(call);
        if (method != null && Ownership.acquiresIfTrue(method)) {
            FlowState without = flow.state.copy();
            expressions.evaluate(node);
            return new Paths(flow.state, without);
        }
        if (method != null && Ownership.testsAbsence(method)) {
            List<ExpressionContext> arguments = Calls.argumentsOf(call);
            ExpressionContext tested = arguments.isEmpty() ? call instanceof CallContext qualified ? qualified.expression() : null : arguments.get(0);
            Value value = tested == null ? Value.PLAIN : expressions.evaluate(tested);
            return absence(value.variable());
        }
        expressions.use(node);
        return split();
    }

    private Paths split() {
        return flow.state == null ? new Paths(null, null) : new Paths(flow.state, flow.state.copy());
    }

    /** The first path is the one where there is nothing to give back. */
    private Paths absence(Resource resource) {
        Paths paths = split();
        Status status = flow.state == null || resource == null ? null : flow.state.get(resource);
        if (status != null && !status.is(Status.RELEASED)) {
            paths.whenTrue().put(resource, new Status(Status.ABSENT, status.site()));
            int present = status.bits() & ~Status.ABSENT;
            paths.whenFalse().put(resource, new Status(present == 0 ? Status.ABSENT : present, status.site()));
        }
        return paths;
    }
}
