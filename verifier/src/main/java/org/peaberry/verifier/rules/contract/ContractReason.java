/** A contract says why. */
package org.peaberry.verifier.rules.contract;

import java.util.Set;

import org.peaberry.verifier.model.Annotations;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;
import org.peaberry.verifier.syntax.DialectParser.AnnotationContext;

public final class ContractReason extends Rule {
    private static final Set<String> CONTRACTS = Set.of("NoAllocation", "Uninterruptible", "BootOnly", "NoRecursion", "NoFloatingPoint",
            "BoundedStack", "RecursionLimit", "GuardedRecursion", "CrossesSpaces", "Shared");
    private static final int SHORTEST = 10;

    public ContractReason() {
        super("contract-reason", RuleGroup.CONTRACT, "A contract carries its reason.",
                "whoever breaks it by accident is told the reason, and whoever wants to lift it must know what depends on it",
                "reason = \"…\" with what depends on the promise");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.annotation.NoAllocation;

                final class Handler {
                    @NoAllocation(reason = "runs at every exit of the guest, with the heap sealed")
                    static int handle(int code) {
                        return code + 1;
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.annotation.NoAllocation;

                final class Handler {
                    @NoAllocation(reason = "fast") // here
                    static int handle(int code) {
                        return code + 1;
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (AnnotationContext annotation : check.all(AnnotationContext.class)) {
            String name = Annotations.simpleName(annotation);
            boolean isGiven = Annotations.value(annotation, "reason") != null;
            boolean isLiteral = isGiven && Annotations.value(annotation, "reason").getText().startsWith("\"");
            if (CONTRACTS.contains(name) && (isLiteral || !isGiven) && Annotations.text(annotation, "reason").length() < SHORTEST
                    && !(name.equals("BootOnly") && !isGiven)) {
                check.report(annotation, "@" + name + " does not say why");
            }
        }
    }
}
