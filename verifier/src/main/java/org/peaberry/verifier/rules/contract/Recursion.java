/** Stacks have a known size. */
package org.peaberry.verifier.rules.contract;

import java.util.List;

import org.peaberry.verifier.model.Method;
import org.peaberry.verifier.model.TypeDeclaration;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;

public final class Recursion extends Rule {
    public Recursion() {
        super("recursion", RuleGroup.CONTRACT, "A @NoRecursion method, with all it calls, never comes back to itself, but through methods with a @RecursionLimit.",
                "a stack of the hypervisor is a few frames large, with a guard page under it: recursion that a guest can drive ends the machine",
                "a loop with a bounded stack of its own, or @RecursionLimit with what bounds the depth");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.annotation.NoRecursion;

                final class Walk {
                    @NoRecursion(reason = "the depth is the guest's choice")
                    static int depth(int[] parents, int node) {
                        int depth = 0;
                        for (int at = node; at >= 0; at = parents[at]) {
                            depth++;
                        }
                        return depth;
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.annotation.NoRecursion;

                final class Walk {
                    @NoRecursion(reason = "the depth is the guest's choice") // here
                    static int depth(int[] parents, int node) {
                        return node < 0 ? 0 : above(parents, node);
                    }

                    private static int above(int[] parents, int node) {
                        return 1 + depth(parents, parents[node]);
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (TypeDeclaration type : check.model().types()) {
            for (List<Method> methods : type.methods().values()) {
                methods.stream().filter(method -> method.hasAnnotation("NoRecursion")).forEach(method -> checkMethod(check, method));
            }
        }
    }

    private static void checkMethod(Check check, Method root) {
        for (Method target : check.world().targets(root)) {
            List<Method> cycle = new CycleSearch(check.world()).from(target);
            if (!cycle.isEmpty()) {
                check.report(root.declaration(), "calls come back: " + String.join(" → ", cycle.stream().map(Method::label).toList()));
                return;
            }
        }
    }
}
