/** No number becomes an object. */
package org.peaberry.verifier.rules.contract;

import java.util.List;
import java.util.Set;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.model.Calls;
import org.peaberry.verifier.model.Method;
import org.peaberry.verifier.model.Type;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.syntax.DialectParser.AssignContext;
import org.peaberry.verifier.syntax.DialectParser.CallContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.LambdaContext;
import org.peaberry.verifier.syntax.DialectParser.LocalCallContext;
import org.peaberry.verifier.syntax.DialectParser.LocalVariablesContext;
import org.peaberry.verifier.syntax.DialectParser.ReturnStatementContext;
import org.peaberry.verifier.syntax.DialectParser.VariableContext;
import org.peaberry.verifier.tree.Nodes;

public final class Boxing extends InNoAllocationCode {
    private static final Set<String> BOXES = Set.of("java.lang.Integer", "java.lang.Long", "java.lang.Short", "java.lang.Byte",
            "java.lang.Character", "java.lang.Boolean");

    public Boxing() {
        super("boxing", "No boxing in code that must not allocate.",
                "a boxed number is an allocation that the source does not show",
                "a parameter or field of the primitive type");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.annotation.NoAllocation;

                final class Totals {
                    private long total;

                    @NoAllocation(reason = "runs at every exit of the guest")
                    void add(long cycles) {
                        total += cycles;
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.annotation.NoAllocation;

                final class Totals {
                    private Long total;

                    @NoAllocation(reason = "runs at every exit of the guest")
                    void set(long cycles) {
                        total = cycles; // here
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (AssignContext assign : check.all(AssignContext.class)) {
            checkConversion(check, assign.expression(1), check.model().typeOf(assign.expression(0)));
        }
        for (LocalVariablesContext locals : check.all(LocalVariablesContext.class)) {
            Type type = check.model().resolver().resolve(locals.type(), check.model().typeAround(locals));
            for (VariableContext variable : locals.variables().variable()) {
                if (variable.initializer() != null && variable.initializer().expression() != null && !locals.type().getText().equals("var")) {
                    checkConversion(check, variable.initializer().expression(), type);
                }
            }
        }
        check.all(ReturnStatementContext.class).forEach(statement -> checkReturn(check, statement));
        check.all(CallContext.class).forEach(call -> checkArguments(check, call));
        check.all(LocalCallContext.class).forEach(call -> checkArguments(check, call));
        for (CallContext call : check.all(CallContext.class)) {
            boolean isOfBox = BOXES.contains(check.model().typeOf(call.expression()).name());
            if (isOfBox && call.identifier().getText().equals("valueOf")) {
                report(check, call, call.expression().getText() + ".valueOf");
            }
        }
    }

    private static void checkReturn(Check check, ReturnStatementContext statement) {
        Method method = check.model().methodAround(statement);
        boolean isOfMethod = Nodes.enclosing(statement, LambdaContext.class) == null;
        if (statement.expression() != null && method != null && method.result() != null && isOfMethod) {
            checkConversion(check, statement.expression(), check.model().resolver().resolve(method.result(), method.owner()));
        }
    }

    private static void checkArguments(Check check, ParserRuleContext call) {
        Method method = check.model().typing().calls().find(call);
        List<ExpressionContext> arguments = Calls.argumentsOf(call);
        for (int i = 0; method != null && i < Math.min(arguments.size(), method.parameters().size()); i++) {
            Type formal = method.owner().model().typing().typeOf(method.parameters().get(i));
            checkConversion(check, arguments.get(i), formal);
        }
    }

    private static void checkConversion(Check check, ExpressionContext value, Type target) {
        boolean isObject = target.isReference() && !target.isArray() && !target.isWord() && !target.isString();
        if (check.model().typeOf(value).isPrimitive() && isObject) {
            report(check, value, "the number becomes an object of type " + target.simpleName());
        }
    }
}
