/** No hidden iterator is made. */
package org.peaberry.verifier.rules.contract;

import org.peaberry.verifier.model.Type;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.syntax.DialectParser.ForEachStatementContext;

public final class IteratorLoop extends InNoAllocationCode {
    public IteratorLoop() {
        super("iterator-loop", "No loop over an Iterable in code that must not allocate; loops over arrays are fine.",
                "the loop makes an iterator",
                "an index, or the links of an intrusive list");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.annotation.NoAllocation;

                final class Timers {
                    private final long[] deadlines = new long[4];

                    @NoAllocation(reason = "runs at every exit of the guest")
                    long first() {
                        long first = Long.MAX_VALUE;
                        for (long deadline : deadlines) {
                            first = Math.min(first, deadline);
                        }
                        return first;
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.annotation.NoAllocation;

                final class Timers {
                    @NoAllocation(reason = "runs at every exit of the guest")
                    static long first(Iterable<Entry> entries) {
                        long first = Long.MAX_VALUE;
                        for (Entry entry : entries) { // here
                            first = Math.min(first, entry.deadline());
                        }
                        return first;
                    }

                    record Entry(long deadline) {
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (ForEachStatementContext loop : check.all(ForEachStatementContext.class)) {
            Type type = check.model().typeOf(loop.expression());
            if (!type.isUnknown() && !type.isArray()) {
                report(check, loop, "the iterator of a loop over " + type.simpleName());
            }
        }
    }
}
