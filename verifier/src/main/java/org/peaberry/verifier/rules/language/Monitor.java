/** Monitors do not exist. */
package org.peaberry.verifier.rules.language;

import java.util.Set;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.model.Calls;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;
import org.peaberry.verifier.syntax.DialectParser.CallContext;
import org.peaberry.verifier.syntax.DialectParser.ForbiddenMonitorContext;
import org.peaberry.verifier.syntax.DialectParser.ForbiddenMonitorModifierContext;
import org.peaberry.verifier.syntax.DialectParser.LocalCallContext;

public final class Monitor extends Rule {
    private static final Set<String> OF_MONITORS = Set.of("wait", "notify", "notifyAll");

    public Monitor() {
        super("monitor", RuleGroup.LANGUAGE, "No synchronized, wait or notify.",
                "objects have no monitors: a header word for each would cost memory and cache, and a processor is not a thread that could sleep",
                "a SpinLock, taken before try and released in finally");
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

                final class Counter {
                    private int count;

                    synchronized void add() { // here
                        count++;
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        check.all(ForbiddenMonitorModifierContext.class).forEach(node -> report(check, node, "synchronized method"));
        check.all(ForbiddenMonitorContext.class).forEach(node -> report(check, node, "synchronized block"));
        for (LocalCallContext call : check.all(LocalCallContext.class)) {
            checkCall(check, call, call.identifier().getText());
        }
        for (CallContext call : check.all(CallContext.class)) {
            checkCall(check, call, call.identifier().getText());
        }
    }

    private static void checkCall(Check check, ParserRuleContext call, String name) {
        boolean isOwn = check.model().typing().calls().find(call) != null;
        if (OF_MONITORS.contains(name) && Calls.argumentsOf(call).isEmpty() && !isOwn) {
            report(check, call, name + "() of a monitor");
        }
    }

    private static void report(Check check, ParserRuleContext node, String what) {
        if (!check.model().isHosted(node)) {
            check.report(node, what);
        }
    }
}
