/** How values change hands: kept, passed on, stored, returned, overwritten. */
package org.peaberry.verifier.flow;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.model.Variable;
import org.peaberry.verifier.syntax.DialectParser.ExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.NameContext;
import org.peaberry.verifier.tree.Nodes;

final class Transfers {
    private final MethodFlow flow;
    private final FlowReport report;

    Transfers(MethodFlow flow, FlowReport report) {
        this.flow = flow;
        this.report = report;
    }

    /** Nobody takes a value. */
    void drop(Value value) {
        if (value.isFresh() && flow.state != null) {
            leak(value, "what is taken here is dropped");
        }
    }

    /** A value is looked at, and stays with whoever has it. */
    void use(ExpressionContext node, Value value) {
        if (value.isFresh()) {
            leak(value, "what is taken here is used without being kept");
        }
        Status status = statusOf(value);
        if (status != null && status.is(Status.RELEASED)) {
            report.add(FlowProblem.Kind.USE_AFTER_RELEASE, node, "'" + value.variable().label() + "' is used after it was given back or passed on");
        }
    }

    /** From here on the value is somebody else's. */
    void pass(ExpressionContext node, Value value) {
        Status status = statusOf(value);
        if (status == null) {
            return;
        }
        if (status.mayBe(Status.RELEASED)) {
            report.add(FlowProblem.Kind.DOUBLE_RELEASE, node, "'" + value.variable().label() + "' was given back or passed on already"
                    + (status.is(Status.RELEASED) ? "" : " on some path"));
        }
        flow.state.put(value.variable(), new Status(Status.RELEASED, status.site()));
    }

    /** A value gets a local name. */
    void name(ParserRuleContext where, Variable variable, Value value) {
        if (flow.state == null || variable == null) {
            return;
        }
        Resource resource = Resource.of(variable);
        Status before = flow.state.get(resource);
        boolean isSame = value.variable() != null && value.variable().equals(resource);
        if (before != null && before.mayBe(Status.HELD) && !isSame && (value.owned() != null || !isLoopRound(where, before))) {
            int line = where.getStart().getLine();
            report.add(FlowProblem.Kind.LEAK, before.site(), "'" + variable.name() + "' is overwritten in line " + line + " before it is given back");
        }
        Status moved = statusOf(value);
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

    /** A value goes to a field, or to an element of one; null is any other place. */
    void store(ExpressionContext node, Value value, Variable field) {
        if (field != null && field.hasAnnotation("Owned")) {
            boolean isTaken = takeOver(node) | value.isFresh();
            if (isTaken && isOfConstruction(field)) {
                flow.state.put(Resource.of(field), new Status(Status.HELD, node));
            }
        } else if (value.isFresh()) {
            leak(value, "what is taken here goes to a place that is not @Owned");
        }
    }

    /** While an object is constructed its fields are the constructor's to give back: when that fails, nobody else can. */
    boolean isOfConstruction(Variable field) {
        return flow.method().isConstructor() && field.owner() == flow.method().owner() && !field.isStatic() && field.hasAnnotation("Owned");
    }

    /** A place that is owned takes over what its value is made of; says whether there was anything. */
    private boolean takeOver(ExpressionContext value) {
        boolean isTaken = false;
        for (NameContext name : Nodes.within(value, NameContext.class)) {
            Variable variable = flow.model().scopes().find(name.getText(), name);
            Resource resource = variable == null || variable.isField() ? null : Resource.of(variable);
            Status status = resource == null ? null : flow.state.get(resource);
            if (status != null) {
                isTaken |= status.mayBe(Status.HELD);
                flow.state.put(resource, new Status(Status.RELEASED | status.bits() & Status.ABSENT, status.site()));
            }
        }
        return isTaken;
    }

    /** A value is the method's result. */
    void giveToCaller(ExpressionContext node, ParserRuleContext where, Value value) {
        if (flow.state == null) {
            return;
        }
        boolean isOwned = Ownership.givesOwned(flow.method());
        if (value.isFresh() && !isOwned) {
            leak(value, "what is taken here goes to callers that are not told to give it back: " + flow.method().label() + " is not @Owned");
        }
        Status status = statusOf(value);
        if (status != null && status.is(Status.RELEASED)) {
            report.add(FlowProblem.Kind.USE_AFTER_RELEASE, where, "'" + value.variable().label() + "' is returned after it was given back or passed on");
        } else if (status != null && isOwned) {
            flow.state.put(value.variable(), new Status(Status.RELEASED, status.site()));
        } else if (isOwned && !value.isFresh()) {
            takeOver(node);
        }
    }

    private Status statusOf(Value value) {
        return flow.state == null || value.variable() == null ? null : flow.state.get(value.variable());
    }

    private void leak(Value value, String message) {
        report.add(FlowProblem.Kind.LEAK, value.owned().site(), message);
    }
}
