/** Nothing is given back twice. */
package org.peaberry.verifier.rules.resource;

import org.peaberry.verifier.flow.FlowAnalysis;
import org.peaberry.verifier.flow.FlowProblem;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;

public final class DoubleRelease extends Rule {
    public DoubleRelease() {
        super("double-release", RuleGroup.RESOURCE, "What is given back or passed on is not given back again, and only a held lock is released.",
                "the second release frees what somebody else has taken in between",
                "one owner at a time: release in the finally block only");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.annotation.GuardedBy;
                import org.peaberry.runtime.lock.SpinLock;

                final class Counter {
                    private final SpinLock lock = new SpinLock();
                    @GuardedBy("lock")
                    private int count;

                    void add() {
                        lock.acquire();
                        try {
                            count++;
                        } finally {
                            lock.release();
                        }
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.annotation.GuardedBy;
                import org.peaberry.runtime.lock.SpinLock;

                final class Counter {
                    private final SpinLock lock = new SpinLock();
                    @GuardedBy("lock")
                    private int count;

                    void add() {
                        lock.acquire();
                        try {
                            count++;
                            lock.release();
                        } finally {
                            lock.release(); // here
                        }
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (FlowProblem problem : FlowAnalysis.of(check.model())) {
            if (problem.kind() == FlowProblem.Kind.DOUBLE_RELEASE) {
                check.report(problem.where(), problem.message());
            }
        }
    }
}
