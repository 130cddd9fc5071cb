/** What is taken is given back. */
package org.peaberry.verifier.rules.resource;

import org.peaberry.verifier.flow.FlowAnalysis;
import org.peaberry.verifier.flow.FlowProblem;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;

public final class ResourceLeak extends Rule {
    public ResourceLeak() {
        super("resource-leak", RuleGroup.RESOURCE, "What is taken is given back on every path, also when something throws.",
                "a frame that is never given back is lost until the machine restarts, and a lock that stays held stops every processor that wants it",
                "release in a finally block that starts right after the taking; @Owned at the result, parameter or field that it is passed on to");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.annotation.Owned;
                import org.peaberry.runtime.annotation.Releases;

                final class Buffers {
                    static final class Buffer {
                        private int size;

                        int size() {
                            return size;
                        }
                    }

                    private final Buffer only = new Buffer();

                    @Owned
                    Buffer take() {
                        return only;
                    }

                    void giveBack(@Releases Buffer buffer) {
                        buffer.size = 0;
                    }

                    int measure(int limit) {
                        Buffer buffer = take();
                        try {
                            if (buffer.size() > limit) {
                                return limit;
                            }
                            return buffer.size();
                        } finally {
                            giveBack(buffer);
                        }
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.annotation.Owned;
                import org.peaberry.runtime.annotation.Releases;

                final class Buffers {
                    static final class Buffer {
                        private int size;

                        int size() {
                            return size;
                        }
                    }

                    private final Buffer only = new Buffer();

                    @Owned
                    Buffer take() {
                        return only;
                    }

                    void giveBack(@Releases Buffer buffer) {
                        buffer.size = 0;
                    }

                    int measure(int limit) {
                        Buffer buffer = take(); // here
                        if (buffer.size() > limit) {
                            return limit;
                        }
                        int size = buffer.size();
                        giveBack(buffer);
                        return size;
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (FlowProblem problem : FlowAnalysis.of(check.model())) {
            if (problem.kind() == FlowProblem.Kind.LEAK) {
                check.report(problem.where(), problem.message());
            }
        }
    }
}
