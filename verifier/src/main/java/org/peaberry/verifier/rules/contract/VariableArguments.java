/** No hidden array is made. */
package org.peaberry.verifier.rules.contract;

import java.util.List;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.model.Calls;
import org.peaberry.verifier.model.Method;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.syntax.DialectParser.CallContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.LocalCallContext;

public final class VariableArguments extends InNoAllocationCode {
    public VariableArguments() {
        super("variable-arguments", "No call of a method with variable arguments in code that must not allocate.",
                "each call makes an array for them",
                "a method for each number of arguments, or an array that lives long");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.annotation.NoAllocation;

                final class Mask {
                    @NoAllocation(reason = "runs at every exit of the guest")
                    static int of(int first, int second) {
                        return join(first, second);
                    }

                    private static int join(int first, int second) {
                        return first | second;
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.annotation.NoAllocation;

                final class Mask {
                    @NoAllocation(reason = "runs at every exit of the guest")
                    static int of(int first, int second) {
                        return join(first, second); // here
                    }

                    private static int join(int... bits) {
                        int all = 0;
                        for (int bit : bits) {
                            all |= bit;
                        }
                        return all;
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        check.all(CallContext.class).forEach(call -> checkCall(check, call));
        check.all(LocalCallContext.class).forEach(call -> checkCall(check, call));
    }

    private static void checkCall(Check check, ParserRuleContext call) {
        Method method = check.model().typing().calls().find(call);
        List<ExpressionContext> arguments = Calls.argumentsOf(call);
        boolean givesArray = method != null && arguments.size() == method.parameters().size() && !arguments.isEmpty()
                && check.model().typeOf(arguments.get(arguments.size() - 1)).isArray();
        if (method != null && method.isVariable() && !givesArray) {
            report(check, call, "the array for the variable arguments of " + method.label());
        }
    }
}
