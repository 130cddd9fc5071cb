/** There are no threads. */
package org.peaberry.verifier.rules.language;

import java.util.Set;

import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;

public final class Threads extends Rule {
    private static final Set<String> THREADS = Set.of("java.lang.Thread", "java.lang.ThreadLocal", "java.lang.ThreadGroup",
            "java.lang.InheritableThreadLocal", "java.util.Timer", "java.util.TimerTask");

    public Threads() {
        super("thread", RuleGroup.LANGUAGE, "No threads, thread locals, executors or java.util.concurrent.",
                "what runs is a processor or a vCPU; there is no scheduler under the JDK's classes",
                "a state machine driven by events, per-CPU data, AtomicInt, AtomicLong and SpinLock of org.peaberry.runtime.lock");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.lock.AtomicInt;

                final class Ticket {
                    private final AtomicInt next = new AtomicInt();

                    int take() {
                        return next.getAndAdd(1);
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                import java.util.concurrent.atomic.AtomicInteger; // here

                final class Ticket {
                    private final AtomicInteger next = new AtomicInteger(); // here 2

                    int take() {
                        return next.getAndIncrement();
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (JdkUse use : JdkUse.find(check.model())) {
            if (use.isIn("java.util.concurrent") || THREADS.contains(use.name())) {
                check.report(use.node(), use.simpleName().isEmpty() ? "java.util.concurrent" : "class " + use.simpleName());
            }
        }
    }
}
