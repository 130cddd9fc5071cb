/** What is given back is not used. */
package org.peaberry.verifier.rules.resource;

import org.peaberry.verifier.flow.FlowAnalysis;
import org.peaberry.verifier.flow.FlowProblem;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;

public final class UseAfterRelease extends Rule {
    public UseAfterRelease() {
        super("use-after-release", RuleGroup.RESOURCE, "What is given back or passed on is not used any more.",
                "it may be somebody else's already",
                "read what is needed before the release");
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

                    int measure() {
                        Buffer buffer = take();
                        int size = buffer.size();
                        giveBack(buffer);
                        return size;
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

                    int measure() {
                        Buffer buffer = take();
                        giveBack(buffer);
                        return buffer.size(); // here
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (FlowProblem problem : FlowAnalysis.of(check.model())) {
            if (problem.kind() == FlowProblem.Kind.USE_AFTER_RELEASE) {
                check.report(problem.where(), problem.message());
            }
        }
    }
}
