/** Follows the locks of a method: what is held, in which order, and what a held one guards. */
package org.peaberry.verifier.flow;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.model.Annotations;
import org.peaberry.verifier.model.Method;
import org.peaberry.verifier.model.Variable;
import org.peaberry.verifier.syntax.DialectParser.AnnotationContext;
import org.peaberry.verifier.syntax.DialectParser.ArrayElementContext;
import org.peaberry.verifier.syntax.DialectParser.CallContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.FieldAccessContext;

final class LockFlow {
    private final MethodFlow flow;
    private final LockRanks ranks;
    private final FlowReport report;

    LockFlow(MethodFlow flow, LockRanks ranks, FlowReport report) {
        this.flow = flow;
        this.ranks = ranks;
        this.report = report;
    }

    /** A call that takes or gives back what its receiver is. */
    void change(ParserRuleContext node, ExpressionContext receiver, Method method) {
        String text = receiver == null ? "this" : receiver.getText();
        Resource lock = Resource.lock(text);
        Status status = flow.state.get(lock);
        if (Ownership.acquires(method)) {
            acquire(node, receiver, lock, status);
        } else {
            release(node, lock, status);
        }
    }

    private void acquire(ParserRuleContext node, ExpressionContext receiver, Resource lock, Status status) {
        if (status != null && status.mayBe(Status.HELD)) {
            report.add(FlowProblem.Kind.LOCK_ORDER, node, "lock '" + lock.label() + "' is taken while it is held already: it would wait for itself");
        }
        int rank = receiver == null ? LockRanks.NONE : LockRanks.rankOf(flow.model(), receiver);
        if (rank != LockRanks.NONE && !Ownership.acquires(flow.method())) {
            checkOrder(node, rank, "lock '" + lock.label() + "'");
        }
        flow.state.put(lock, new Status(Status.HELD, node));
    }

    private void release(ParserRuleContext node, Resource lock, Status status) {
        boolean isTrusted = Ownership.releases(flow.method());
        if (!isTrusted && (status == null || status.mayBe(Status.RELEASED) || status.mayBe(Status.ABSENT))) {
            String when = status != null && status.mayBe(Status.HELD) ? " on some path" : "";
            report.add(FlowProblem.Kind.DOUBLE_RELEASE, node, "lock '" + lock.label() + "' is released, but not held" + when);
        }
        flow.state.put(lock, new Status(Status.RELEASED, status == null ? null : status.site()));
    }

    private void checkOrder(ParserRuleContext node, int rank, String what) {
        for (Resource held : flow.state.resources()) {
            Status status = flow.state.get(held);
            if (held.isLock() && status.mayBe(Status.HELD) && heldRank(status) >= rank) {
                report.add(FlowProblem.Kind.LOCK_ORDER, node, what + " of rank " + rank + " is taken while '" + held.label() + "' of rank "
                        + heldRank(status) + " is held");
            }
        }
    }

    private int heldRank(Status status) {
        return status.site() instanceof CallContext call ? LockRanks.rankOf(flow.model(), call.expression()) : LockRanks.NONE;
    }

    /** A call of anything else: which locks it takes, and which it expects to be held. */
    void checkCall(ParserRuleContext node, ExpressionContext receiver, Method method) {
        boolean holdsAny = flow.state.resources().stream().anyMatch(held -> held.isLock() && flow.state.get(held).mayBe(Status.HELD));
        if (holdsAny) {
            ranks.takenBy(method).forEach(rank -> checkOrder(node, rank, "a lock that " + method.label() + " takes,"));
        }
        String expected = Ownership.holds(method);
        if (expected != null && !isHeld(receiver, expected)) {
            report.add(FlowProblem.Kind.UNGUARDED, node, method.label() + " is called without lock '" + expected + "'");
        }
    }

    /** A use of a field that a lock guards. */
    void checkGuard(ParserRuleContext node, ExpressionContext target, Variable field) {
        AnnotationContext guard = field == null || !field.isField() ? null : Annotations.find(field.declaration(), "GuardedBy");
        boolean isOwnConstruction = flow.method().isConstructor() && target == null;
        if (guard != null && !isOwnConstruction && !isHeld(target, Annotations.text(guard, "value"))) {
            report.add(FlowProblem.Kind.UNGUARDED, node, "'" + field.name() + "' is used without lock '" + Annotations.text(guard, "value") + "'");
        }
    }

    /** The left side of an assignment. */
    void checkTarget(ExpressionContext target) {
        ExpressionContext at = target;
        while (at instanceof ArrayElementContext element) {
            at = element.expression(0);
        }
        Variable field = flow.model().typing().variableOf(at);
        checkGuard(at, at instanceof FieldAccessContext access ? access.expression() : null, field);
    }

    private boolean isHeld(ExpressionContext target, String lock) {
        boolean isOwn = target == null || target.getText().equals("this");
        Status status = flow.state.get(Resource.lock(isOwn ? lock : target.getText() + "." + lock));
        Status whole = flow.state.get(Resource.lock(isOwn ? "this" : target.getText()));
        boolean isLocked = status != null && status.is(Status.HELD) || whole != null && whole.is(Status.HELD);
        return isLocked || Ownership.acquires(flow.method()) || Ownership.releases(flow.method());
    }
}
