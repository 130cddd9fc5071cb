/** Locks are taken in one order. */
package org.peaberry.verifier.rules.resource;

import org.peaberry.verifier.flow.FlowAnalysis;
import org.peaberry.verifier.flow.FlowProblem;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;

public final class LockOrder extends Rule {
    public LockOrder() {
        super("lock-order", RuleGroup.RESOURCE, "A lock is taken only while locks of lower rank are held.",
                "two processors that take two locks in different orders wait for each other for good",
                "take the lock of lower rank first, or release the other one before; @LockRank at the fields declares the order");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.annotation.LockRank;
                import org.peaberry.runtime.lock.SpinLock;

                final class Account {
                    @LockRank(1)
                    private final SpinLock outer = new SpinLock();
                    @LockRank(2)
                    private final SpinLock inner = new SpinLock();

                    void run(Runnable step) {
                        outer.acquire();
                        try {
                            inner.acquire();
                            try {
                                step.run();
                            } finally {
                                inner.release();
                            }
                        } finally {
                            outer.release();
                        }
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.annotation.LockRank;
                import org.peaberry.runtime.lock.SpinLock;

                final class Account {
                    @LockRank(1)
                    private final SpinLock outer = new SpinLock();
                    @LockRank(2)
                    private final SpinLock inner = new SpinLock();

                    void run(Runnable step) {
                        inner.acquire();
                        try {
                            outer.acquire(); // here
                            try {
                                step.run();
                            } finally {
                                outer.release();
                            }
                        } finally {
                            inner.release();
                        }
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (FlowProblem problem : FlowAnalysis.of(check.model())) {
            if (problem.kind() == FlowProblem.Kind.LOCK_ORDER) {
                check.report(problem.where(), problem.message());
            }
        }
    }
}
