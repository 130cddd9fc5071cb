/** Follows one method through all its paths. */
package org.peaberry.verifier.flow;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.model.FileModel;
import org.peaberry.verifier.model.Method;
import org.peaberry.verifier.model.Variable;

final class MethodFlow {
    private final Method method;
    private final MayThrow mayThrow;
    private final FlowReport report;
    private final ExpressionFlow expressions;
    private final StatementFlow statements;
    FlowState state = new FlowState();
    Exits exits = new Exits();

    MethodFlow(Method method, MayThrow mayThrow, LockRanks ranks, FlowReport report) {
        this.method = method;
        this.mayThrow = mayThrow;
        this.report = report;
        this.expressions = new ExpressionFlow(this, mayThrow, ranks, report);
        this.statements = new StatementFlow(this, expressions);
    }

    Method method() {
        return method;
    }

    FileModel model() {
        return method.owner().model();
    }

    void run() {
        enter();
        statements.block(method.body());
        if (state != null) {
            returned(state, "at the end of " + method.label());
        }
        exits.returning().forEach((site, left) -> returned(left, "at the return in line " + site.getStart().getLine()));
        exits.throwing().forEach((site, left) -> leave(left, "when line " + site.getStart().getLine() + " throws" + thrower(site)));
    }

    private String thrower(ParserRuleContext site) {
        Method callee = model().typing().calls().find(site);
        return callee == null ? "" : " (" + mayThrow.thrower(callee) + " may)";
    }

    private void enter() {
        for (int i = 0; i < method.parameters().size(); i++) {
            Variable parameter = method.parameters().get(i);
            if (Ownership.keeps(method, i)) {
                state.put(Resource.of(parameter), new Status(Status.HELD, parameter.node()));
            }
        }
        if (Ownership.holds(method) != null) {
            state.put(Resource.lock(Ownership.holds(method)), new Status(Status.HELD, null));
        }
    }

    /** What fields have is now the object's. */
    private void returned(FlowState left, String where) {
        left.resources().removeIf(Resource::isField);
        leave(left, where);
    }

    private void leave(FlowState left, String where) {
        for (Resource resource : left.resources()) {
            Status status = left.get(resource);
            boolean isExpected = resource.isLock() && (status.site() == null || Ownership.acquires(method) || Ownership.releases(method));
            if (status.mayBe(Status.HELD) && !isExpected) {
                String what = resource.isLock() ? "lock '" + resource.label() + "' is still held " : "'" + resource.label() + "' is not given back ";
                String lost = resource.isField() ? ": there is no object that has it then" : "";
                report.add(FlowProblem.Kind.LEAK, status.site(), what + where + lost);
            }
        }
    }
}
