/** Follows expressions: what they take, give back and use. */
package org.peaberry.verifier.flow;

import java.util.ArrayList;
import java.util.List;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.model.Calls;
import org.peaberry.verifier.model.Method;
import org.peaberry.verifier.model.Variable;
import org.peaberry.verifier.syntax.DialectParser.AndContext;
import org.peaberry.verifier.syntax.DialectParser.ArrayElementContext;
import org.peaberry.verifier.syntax.DialectParser.AssignContext;
import org.peaberry.verifier.syntax.DialectParser.CallContext;
import org.peaberry.verifier.syntax.DialectParser.CastContext;
import org.peaberry.verifier.syntax.DialectParser.ChoiceContext;
import org.peaberry.verifier.syntax.DialectParser.CreationContext;
import org.peaberry.verifier.syntax.DialectParser.DimensionSizeContext;
import org.peaberry.verifier.syntax.DialectParser.EqualityContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.FieldAccessContext;
import org.peaberry.verifier.syntax.DialectParser.InitializerContext;
import org.peaberry.verifier.syntax.DialectParser.LambdaExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.LiteralValueContext;
import org.peaberry.verifier.syntax.DialectParser.LocalCallContext;
import org.peaberry.verifier.syntax.DialectParser.NameContext;
import org.peaberry.verifier.syntax.DialectParser.NewContext;
import org.peaberry.verifier.syntax.DialectParser.ObjectCreationContext;
import org.peaberry.verifier.syntax.DialectParser.OrContext;
import org.peaberry.verifier.syntax.DialectParser.ParenthesizedContext;
import org.peaberry.verifier.syntax.DialectParser.PrefixContext;
import org.peaberry.verifier.syntax.DialectParser.PrimaryContext;
import org.peaberry.verifier.syntax.DialectParser.PrimaryExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.ReferenceContext;
import org.peaberry.verifier.syntax.DialectParser.SuperCallContext;
import org.peaberry.verifier.syntax.DialectParser.SuperConstructorCallContext;
import org.peaberry.verifier.syntax.DialectParser.SwitchValueContext;
import org.peaberry.verifier.syntax.DialectParser.ThisConstructorCallContext;
import org.peaberry.verifier.tree.Nodes;

final class ExpressionFlow {
    private final MethodFlow flow;
    private final MayThrow mayThrow;
    private final FlowReport report;
    private final LockFlow locks;
    private StatementFlow statements;

    ExpressionFlow(MethodFlow flow, MayThrow mayThrow, LockRanks ranks, FlowReport report) {
        this.flow = flow;
        this.mayThrow = mayThrow;
        this.report = report;
        this.locks = new LockFlow(flow, ranks, report);
    }

    void connect(StatementFlow statementFlow) {
        statements = statementFlow;
    }

    /** An expression whose value nobody takes. */
    void drop(ExpressionContext node) {
        Value value = evaluate(node);
        if (value.isFresh() && flow.state != null) {
            report.add(FlowProblem.Kind.LEAK, value.owned().site(), "what is taken here is dropped");
        }
    }

    Value evaluate(ExpressionContext node) {
        if (flow.state == null) {
            return Value.PLAIN;
        }
        if (node instanceof PrimaryExpressionContext simple) {
            return primary(simple.primary());
        } else if (node instanceof CallContext call) {
            return call(call, call.expression());
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
            locks.checkGuard(access, access.expression(), flow.model().typing().fieldOf(access));
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
            return variable == null || variable.isField() ? Value.PLAIN : new Value(null, Resource.of(variable));
        } else if (node instanceof LocalCallContext || node instanceof SuperCallContext) {
            return call(node, null);
        } else if (node instanceof NewContext creation) {
            return create(creation.creation());
        } else if (node instanceof SwitchValueContext choice) {
            evaluate(choice.condition().expression());
            statements.switchValue(choice.switchBody());
        } else if (node instanceof ThisConstructorCallContext || node instanceof SuperConstructorCallContext) {
            Calls.argumentsOf(node).forEach(this::use);
        }
        return Value.PLAIN;
    }

    private Value create(CreationContext creation) {
        if (creation instanceof ObjectCreationContext object) {
            Method constructor = flow.model().typing().calls().find(object);
            passArguments(object, constructor);
            throwing(object, constructor);
        } else {
            Nodes.within(creation, DimensionSizeContext.class).forEach(size -> use(size.expression()));
            Nodes.within(creation, InitializerContext.class).stream().filter(value -> value.expression() != null).forEach(value -> use(value.expression()));
        }
        return Value.PLAIN;
    }

    /** A value that is looked at, and stays with whoever has it. */
    private Value use(ExpressionContext node) {
        Value value = evaluate(node);
        if (flow.state == null) {
            return Value.PLAIN;
        }
        if (value.isFresh()) {
            report.add(FlowProblem.Kind.LEAK, value.owned().site(), "what is taken here is used without being kept");
        }
        Status status = value.variable() == null ? null : flow.state.get(value.variable());
        if (status != null && status.is(Status.RELEASED)) {
            report.add(FlowProblem.Kind.USE_AFTER_RELEASE, node, "'" + value.variable().label() + "' is used after it was given back or passed on");
        }
        return Value.PLAIN;
    }

    private Value choose(ChoiceContext choice) {
        Paths paths = condition(choice.expression(0));
        flow.state = paths.whenTrue();
        Value one = evaluate(choice.expression(1));
        FlowState afterTrue = flow.state;
        flow.state = paths.whenFalse();
        Value other = evaluate(choice.expression(2));
        flow.state = FlowState.join(afterTrue, flow.state);
        if (one.isFresh() || other.isFresh()) {
            Status status = one.isFresh() ? one.owned() : other.owned();
            return new Value(one.isFresh() && other.isFresh() ? status : new Status(status.bits() | Status.ABSENT, status.site()), null);
        }
        return one.variable() != null && one.variable().equals(other.variable()) ? one : Value.PLAIN;
    }

    // --- calls ---------------------------------------------------------------------------------------------------------------------

    private Value call(ParserRuleContext node, ExpressionContext receiver) {
        Method method = flow.model().typing().calls().find(node);
        Value target = receiver == null ? Value.PLAIN : evaluate(receiver);
        boolean isLock = method != null && (Ownership.acquires(method) || Ownership.releases(method));
        if (receiver != null && !isLock && flow.state != null) {
            look(target, receiver);
        }
        passArguments(node, method);
        if (flow.state == null) {
            return Value.PLAIN;
        }
        if (method == null) {
            if (MayThrow.callsUnknown(node, flow.method())) {
                Exits.add(flow.exits.throwing(), node, flow.state);
            }
            return Value.PLAIN;
        }
        if (isLock) {
            locks.change(node, receiver, method);
            return Value.PLAIN;
        }
        locks.checkCall(node, receiver, method);
        throwing(node, method);
        return Ownership.givesOwned(method) ? Value.owned(node) : Value.PLAIN;
    }

    private void look(Value target, ExpressionContext receiver) {
        if (target.isFresh()) {
            report.add(FlowProblem.Kind.LEAK, target.owned().site(), "what is taken here is used without being kept");
        }
        Status status = target.variable() == null ? null : flow.state.get(target.variable());
        if (status != null && status.is(Status.RELEASED)) {
            report.add(FlowProblem.Kind.USE_AFTER_RELEASE, receiver, "'" + target.variable().label() + "' is used after it was given back or passed on");
        }
    }

    private void throwing(ParserRuleContext node, Method method) {
        if (method != null && mayThrow.mayThrow(method)) {
            Exits.add(flow.exits.throwing(), node, flow.state);
        }
    }

    /** All are evaluated before any is passed on. */
    private void passArguments(ParserRuleContext node, Method method) {
        List<ExpressionContext> arguments = Calls.argumentsOf(node);
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            boolean isTaken = method != null && Ownership.takes(method, i);
            values.add(isTaken ? evaluate(arguments.get(i)) : use(arguments.get(i)));
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (method != null && Ownership.takes(method, i)) {
                pass(arguments.get(i), values.get(i));
            }
        }
    }

    /** From here on the value is somebody else's. */
    private void pass(ExpressionContext node, Value value) {
        Status status = flow.state == null || value.variable() == null ? null : flow.state.get(value.variable());
        if (status == null) {
            return;
        }
        if (status.mayBe(Status.RELEASED)) {
            report.add(FlowProblem.Kind.DOUBLE_RELEASE, node, "'" + value.variable().label() + "' was given back or passed on already"
                    + (status.is(Status.RELEASED) ? "" : " on some path"));
        }
        flow.state.put(value.variable(), new Status(Status.RELEASED, status.site()));
    }

    // --- variables -----------------------------------------------------------------------------------------------------------------

    private Value assign(AssignContext node) {
        Value value = evaluate(node.expression(1));
        Variable target = flow.model().typing().variableOf(node.expression(0));
        if (flow.state == null) {
            return Value.PLAIN;
        }
        if (target != null && !target.isField()) {
            assign(node, target, value);
            return new Value(null, Resource.of(target));
        }
        locks.checkTarget(node.expression(0));
        Variable field = fieldOf(node.expression(0));
        if (field != null && field.hasAnnotation("Owned")) {
            takeOver(node.expression(1));
        } else if (value.isFresh()) {
            report.add(FlowProblem.Kind.LEAK, value.owned().site(), "what is taken here goes to a place that is not @Owned");
        }
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

    /** A field that is owned takes over what its value is made of. */
    private void takeOver(ExpressionContext value) {
        for (NameContext name : Nodes.within(value, NameContext.class)) {
            Variable variable = flow.model().scopes().find(name.getText(), name);
            Resource resource = variable == null || variable.isField() ? null : Resource.of(variable);
            Status status = resource == null ? null : flow.state.get(resource);
            if (status != null) {
                flow.state.put(resource, new Status(Status.RELEASED | status.bits() & Status.ABSENT, status.site()));
            }
        }
    }

    void assign(ParserRuleContext where, Variable variable, Value value) {
        if (flow.state == null || variable == null) {
            return;
        }
        Resource resource = Resource.of(variable);
        Status before = flow.state.get(resource);
        boolean isSame = value.variable() != null && value.variable().equals(resource);
        if (before != null && before.mayBe(Status.HELD) && !isSame && (value.owned() != null || !isLoopRound(where, before))) {
            report.add(FlowProblem.Kind.LEAK, before.site(), "'" + variable.name() + "' is overwritten in line " + where.getStart().getLine() + " before it is given back");
        }
        Status moved = value.variable() == null ? null : flow.state.get(value.variable());
        if (value.owned() != null) {
            flow.state.put(resource, value.owned());
        } else if (moved != null && !isSame) {
            flow.state.put(resource, moved);
            flow.state.put(value.variable(), new Status(Status.RELEASED, moved.site()));
        } else if (before != null && !isSame) {
            flow.state.put(resource, new Status(Status.ABSENT, before.site()));
        }
    }

    private static boolean isLoopRound(ParserRuleContext where, Status before) {
        return before.site() != null && Nodes.isWithin(before.site(), where);
    }

    void giveToCaller(ExpressionContext node, ParserRuleContext where) {
        Value value = evaluate(node);
        if (flow.state == null) {
            return;
        }
        boolean isOwned = Ownership.givesOwned(flow.method());
        if (value.isFresh() && !isOwned) {
            report.add(FlowProblem.Kind.LEAK, value.owned().site(), "what is taken here goes to callers that are not told to give it back: "
                    + flow.method().label() + " is not @Owned");
        }
        Status status = value.variable() == null ? null : flow.state.get(value.variable());
        if (status != null && status.is(Status.RELEASED)) {
            report.add(FlowProblem.Kind.USE_AFTER_RELEASE, where, "'" + value.variable().label() + "' is returned after it was given back or passed on");
        } else if (status != null && isOwned) {
            flow.state.put(value.variable(), new Status(Status.RELEASED, status.site()));
        }
    }

    // --- conditions ----------------------------------------------------------------------------------------------------------------

    Paths condition(ExpressionContext node) {
        ExpressionContext inner = Nodes.unwrapped(node);
        if (inner instanceof PrefixContext prefix && Nodes.hasWord(prefix, "!")) {
            return condition(prefix.expression()).inverted();
        } else if (inner instanceof AndContext and) {
            Paths left = condition(and.expression(0));
            flow.state = left.whenTrue();
            Paths right = flow.state == null ? new Paths(null, null) : condition(and.expression(1));
            return new Paths(right.whenTrue(), FlowState.join(left.whenFalse(), right.whenFalse()));
        } else if (inner instanceof OrContext or) {
            Paths left = condition(or.expression(0));
            flow.state = left.whenFalse();
            Paths right = flow.state == null ? new Paths(null, null) : condition(or.expression(1));
            return new Paths(FlowState.join(left.whenTrue(), right.whenTrue()), right.whenFalse());
        } else if (Nodes.primary(inner) instanceof LiteralValueContext literal && literal.getText().matches("true|false")) {
            Paths always = new Paths(flow.state, null);
            return literal.getText().equals("true") ? always : always.inverted();
        } else if (inner instanceof EqualityContext comparison) {
            return comparison(comparison);
        }
        return test(inner);
    }

    private Paths comparison(EqualityContext node) {
        boolean isNullTest = node.expression(1).getText().equals("null");
        Value value = evaluate(node.expression(0));
        evaluate(node.expression(1));
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
            evaluate(node);
            return new Paths(flow.state, without);
        }
        if (method != null && Ownership.testsAbsence(method)) {
            List<ExpressionContext> arguments = Calls.argumentsOf(call);
            ExpressionContext tested = arguments.isEmpty() ? call instanceof CallContext qualified ? qualified.expression() : null : arguments.get(0);
            Value value = tested == null ? Value.PLAIN : evaluate(tested);
            return absence(value.variable());
        }
        use(node);
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
