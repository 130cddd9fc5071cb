/** Follows calls and creations: what they take, give and throw. */
package org.peaberry.verifier.flow;

import java.util.ArrayList;
import java.util.List;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.model.Calls;
import org.peaberry.verifier.model.Method;
import org.peaberry.verifier.syntax.DialectParser.CreationContext;
import org.peaberry.verifier.syntax.DialectParser.DimensionSizeContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.InitializerContext;
import org.peaberry.verifier.syntax.DialectParser.ObjectCreationContext;
import org.peaberry.verifier.tree.Nodes;

final class CallFlow {
    private final MethodFlow flow;
    private final ExpressionFlow expressions;
    private final Transfers transfers;
    private final LockFlow locks;
    private final MayThrow mayThrow;

    CallFlow(MethodFlow flow, ExpressionFlow expressions, Transfers transfers, LockFlow locks, MayThrow mayThrow) {
        this.flow = flow;
        this.expressions = expressions;
        this.transfers = transfers;
        this.locks = locks;
        this.mayThrow = mayThrow;
    }

    Value create(CreationContext creation) {
        if (creation instanceof ObjectCreationContext object) {
            construct(object);
        } else {
            Nodes.within(creation, DimensionSizeContext.class).forEach(size -> expressions.use(size.expression()));
            Nodes.within(creation, InitializerContext.class).stream().filter(value -> value.expression() != null)
                    .forEach(value -> expressions.use(value.expression()));
        }
        return Value.PLAIN;
    }

    /** A creation, or the call of another constructor that begins one. */
    void construct(ParserRuleContext node) {
        Method constructor = methodOf(node);
        passArguments(node, constructor);
        throwing(node, constructor);
    }

    Value call(ParserRuleContext node, ExpressionContext receiver) {
        Method method = methodOf(node);
        Value target = receiver == null ? Value.PLAIN : expressions.evaluate(receiver);
        boolean isLock = method != null && (Ownership.acquires(method) || Ownership.releases(method));
        if (receiver != null && !isLock && flow.state != null) {
            transfers.use(receiver, target);
        }
        List<Value> arguments = passArguments(node, method);
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
        takeArguments(node, method, arguments);
        return Ownership.givesOwned(method) ? Value.owned(node) : Value.PLAIN;
    }

    private Method methodOf(ParserRuleContext node) {
        return flow.model().typing().calls().find(node);
    }

    private void throwing(ParserRuleContext node, Method method) {
        if (method != null && mayThrow.mayThrow(method)) {
            Exits.add(flow.exits.throwing(), node, flow.state);
        }
    }

    /** All are evaluated before any is passed on. */
    private List<Value> passArguments(ParserRuleContext node, Method method) {
        List<ExpressionContext> arguments = Calls.argumentsOf(node);
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            boolean isTaken = method != null && Ownership.takes(method, i);
            values.add(isTaken ? expressions.evaluate(arguments.get(i)) : expressions.use(arguments.get(i)));
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (method != null && Ownership.takes(method, i)) {
                transfers.pass(arguments.get(i), values.get(i));
            }
        }
        return values;
    }

    /** What a call takes by name, such as frames that the caller has chosen, is the caller's to give back. */
    private void takeArguments(ParserRuleContext node, Method method, List<Value> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            if (Ownership.acquires(method, i) && arguments.get(i).variable() != null) {
                flow.state.put(arguments.get(i).variable(), new Status(Status.HELD, node));
            }
        }
    }
}
