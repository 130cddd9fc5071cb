/** Words are never null. */
package org.peaberry.verifier.rules.word;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.model.Calls;
import org.peaberry.verifier.model.Method;
import org.peaberry.verifier.model.Type;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;
import org.peaberry.verifier.syntax.DialectParser.ArgumentsContext;
import org.peaberry.verifier.syntax.DialectParser.AssignContext;
import org.peaberry.verifier.syntax.DialectParser.ChoiceContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionsContext;
import org.peaberry.verifier.syntax.DialectParser.InitializerContext;
import org.peaberry.verifier.syntax.DialectParser.LiteralValueContext;
import org.peaberry.verifier.syntax.DialectParser.ParenthesizedContext;
import org.peaberry.verifier.syntax.DialectParser.ReturnStatementContext;
import org.peaberry.verifier.syntax.DialectParser.TypeContext;
import org.peaberry.verifier.syntax.DialectParser.VariableContext;

public final class WordNull extends Rule {
    public WordNull() {
        super("word-null", RuleGroup.WORD, "null is not used as a machine word.",
                "a word is a number: there is no value left that could mean nothing",
                "the value that the type has for it (zero(), none()), or a boolean beside it");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.unboxed.Address;

                final class Slot {
                    private Address place = Address.zero();

                    void clear() {
                        place = Address.zero();
                    }

                    Address place() {
                        return place;
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.unboxed.Address;

                final class Slot {
                    private Address place = Address.zero();

                    void clear() {
                        place = null; // here
                    }

                    Address place() {
                        return place;
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (LiteralValueContext literal : check.all(LiteralValueContext.class)) {
            if (literal.getText().equals("null") && !check.model().isHosted(literal)) {
                Type target = targetOf(check, (ExpressionContext) literal.getParent());
                if (target.isWord()) {
                    check.report(literal, "null as a " + target.simpleName());
                }
            }
        }
    }

    /** The type of what a value is put into. */
    private static Type targetOf(Check check, ExpressionContext value) {
        ParserRuleContext parent = value.getParent();
        if (parent instanceof AssignContext assign) {
            return check.model().typeOf(assign.expression(0));
        } else if (parent instanceof ReturnStatementContext) {
            Method method = check.model().methodAround(parent);
            return method == null ? Type.UNKNOWN : check.model().resolver().resolve(method.result(), method.owner());
        } else if (parent instanceof ChoiceContext || parent instanceof ParenthesizedContext) {
            ExpressionContext outer = parent instanceof ExpressionContext expression ? expression : (ExpressionContext) parent.getParent();
            Type own = check.model().typeOf(outer);
            return own.isWord() ? own : targetOf(check, outer);
        } else if (parent instanceof InitializerContext && parent.getParent() instanceof VariableContext variable) {
            return declared(check, variable);
        } else if (parent instanceof ExpressionsContext && parent.getParent() instanceof ArgumentsContext) {
            return parameter(check, value, parent.getParent().getParent());
        }
        return Type.UNKNOWN;
    }

    private static Type declared(Check check, VariableContext variable) {
        ParserRuleContext declaration = variable.getParent().getParent();
        TypeContext type = declaration.getRuleContext(TypeContext.class, 0);
        return type == null ? Type.UNKNOWN : check.model().resolver().resolve(type, check.model().typeAround(variable));
    }

    private static Type parameter(Check check, ExpressionContext value, ParserRuleContext call) {
        Method method = check.model().typing().calls().find(call);
        int index = Calls.argumentsOf(call).indexOf(value);
        return method == null || index >= method.parameters().size() ? Type.UNKNOWN
                : method.owner().model().typing().typeOf(method.parameters().get(index));
    }
}
