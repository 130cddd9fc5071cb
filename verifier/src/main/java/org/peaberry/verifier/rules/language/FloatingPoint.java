/** Floating point does not exist in the hypervisor. */
package org.peaberry.verifier.rules.language;

import java.util.Set;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;
import org.peaberry.verifier.syntax.DialectParser.ForbiddenFloatingPointLiteralContext;
import org.peaberry.verifier.syntax.DialectParser.ForbiddenFloatingPointTypeContext;

public final class FloatingPoint extends Rule {
    private static final Set<String> BOXES = Set.of("java.lang.Float", "java.lang.Double");

    public FloatingPoint() {
        super("floating-point", RuleGroup.LANGUAGE, "No float or double in the kernel and the code that drives the processor.",
                "the vector registers belong to the guests: using them would cost their saving and loading at every exit",
                "int and long arithmetic; fractions scaled by a power of two");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                final class Scale {
                    private static final int FRACTION_BITS = 16;

                    static long half(long value) {
                        return value * (1L << FRACTION_BITS - 1) >>> FRACTION_BITS;
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                final class Scale {
                    static long half(long value) {
                        return (long) (value * 0.5); // here
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        if (!check.model().isKernel()) {
            return;
        }
        check.all(ForbiddenFloatingPointTypeContext.class).forEach(node -> report(check, node, "type " + node.getText()));
        check.all(ForbiddenFloatingPointLiteralContext.class).forEach(node -> report(check, node, "floating-point literal " + node.getText()));
        for (JdkUse use : JdkUse.find(check.model())) {
            if (BOXES.contains(use.name())) {
                check.report(use.node(), "class " + use.simpleName());
            }
        }
    }

    private static void report(Check check, ParserRuleContext node, String what) {
        if (!check.model().isHosted(node)) {
            check.report(node, what);
        }
    }
}
