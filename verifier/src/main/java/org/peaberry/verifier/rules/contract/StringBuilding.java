/** No text is put together. */
package org.peaberry.verifier.rules.contract;

import java.util.Set;

import org.peaberry.verifier.model.Type;
import org.peaberry.verifier.model.Variable;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.syntax.DialectParser.AssignContext;
import org.peaberry.verifier.syntax.DialectParser.CallContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.LiteralValueContext;
import org.peaberry.verifier.syntax.DialectParser.SumContext;
import org.peaberry.verifier.tree.Nodes;

public final class StringBuilding extends InNoAllocationCode {
    private static final Set<String> MAKERS = Set.of("substring", "concat", "replace", "trim", "strip", "toLowerCase", "toUpperCase", "repeat",
            "split", "valueOf", "join", "toCharArray", "getBytes");

    public StringBuilding() {
        super("string-building", "No string concatenation or StringBuilder in code that must not allocate, except on the way to throw.",
                "each + makes a builder, its buffer and a string",
                "the print methods of a console, one call for each piece");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.annotation.NoAllocation;

                final class Report {
                    interface Printer {
                        void print(String text);
                    }

                    @NoAllocation(reason = "prints while the guest is stopped")
                    static void crash(Printer console, String name) {
                        console.print("crashed: ");
                        console.print(name);
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.annotation.NoAllocation;

                final class Report {
                    interface Printer {
                        void print(String text);
                    }

                    @NoAllocation(reason = "prints while the guest is stopped")
                    static void crash(Printer console, String name) {
                        console.print("crashed: " + name); // here
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (SumContext sum : check.all(SumContext.class)) {
            boolean isOuter = !(sum.getParent() instanceof SumContext outer && check.model().typeOf(outer).isString());
            if (isOuter && check.model().typeOf(sum).isString() && !isConstant(check, sum)) {
                report(check, sum, "string concatenation");
            }
        }
        for (AssignContext assign : check.all(AssignContext.class)) {
            if (assign.assignment().getText().equals("+=") && check.model().typeOf(assign.expression(0)).isString()) {
                report(check, assign, "string concatenation");
            }
        }
        for (CallContext call : check.all(CallContext.class)) {
            Type target = check.model().typeOf(call.expression());
            boolean makesText = target.isString() && MAKERS.contains(call.identifier().getText());
            boolean isOfNumber = target.name().matches("java.lang.(Integer|Long)") && call.identifier().getText().matches("to.*String");
            if (makesText || isOfNumber) {
                report(check, call, call.identifier().getText() + "(), which makes a string,");
            }
        }
    }

    /** Strings known to javac are put together by it. */
    private static boolean isConstant(Check check, ExpressionContext node) {
        ExpressionContext inner = Nodes.unwrapped(node);
        if (inner instanceof SumContext sum) {
            return isConstant(check, sum.expression(0)) && isConstant(check, sum.expression(1));
        }
        Variable variable = check.model().typing().variableOf(inner);
        boolean isConstantField = variable != null && variable.isStatic() && variable.isFinal();
        return Nodes.primary(inner) instanceof LiteralValueContext || isConstantField;
    }
}
