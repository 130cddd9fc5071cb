/** What a lock guards is touched under the lock. */
package org.peaberry.verifier.rules.resource;

import org.peaberry.verifier.flow.FlowAnalysis;
import org.peaberry.verifier.flow.FlowProblem;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;

public final class GuardedField extends Rule {
    public GuardedField() {
        super("guarded-field", RuleGroup.SHARING, "A @GuardedBy field is used, and a @Holds method called, only while the lock is held.",
                "what one processor changes while another looks is seen half changed",
                "take the lock, or mark the method @Holds and let its callers take it");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.annotation.GuardedBy;
                import org.peaberry.runtime.annotation.Holds;
                import org.peaberry.runtime.lock.SpinLock;

                final class Counter {
                    private final SpinLock lock = new SpinLock();
                    @GuardedBy("lock")
                    private int count;

                    int next() {
                        lock.acquire();
                        try {
                            add();
                            return count;
                        } finally {
                            lock.release();
                        }
                    }

                    @Holds("lock")
                    private void add() {
                        count++;
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
                        } finally {
                            lock.release();
                        }
                    }

                    int count() {
                        return count; // here
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (FlowProblem problem : FlowAnalysis.of(check.model())) {
            if (problem.kind() == FlowProblem.Kind.UNGUARDED) {
                check.report(problem.where(), problem.message());
            }
        }
    }
}
