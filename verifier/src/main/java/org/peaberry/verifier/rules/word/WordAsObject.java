/** Words are never objects. */
package org.peaberry.verifier.rules.word;

import java.util.List;
import java.util.Set;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.model.Calls;
import org.peaberry.verifier.model.Method;
import org.peaberry.verifier.model.Type;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;
import org.peaberry.verifier.syntax.DialectParser.ArrayOfSizeContext;
import org.peaberry.verifier.syntax.DialectParser.ArrayOfValuesContext;
import org.peaberry.verifier.syntax.DialectParser.AssignContext;
import org.peaberry.verifier.syntax.DialectParser.CallContext;
import org.peaberry.verifier.syntax.DialectParser.CastContext;
import org.peaberry.verifier.syntax.DialectParser.ClassTypeContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.FieldContext;
import org.peaberry.verifier.syntax.DialectParser.InstanceOfContext;
import org.peaberry.verifier.syntax.DialectParser.LambdaExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.LocalCallContext;
import org.peaberry.verifier.syntax.DialectParser.LocalVariablesContext;
import org.peaberry.verifier.syntax.DialectParser.ObjectCreationContext;
import org.peaberry.verifier.syntax.DialectParser.SumContext;
import org.peaberry.verifier.syntax.DialectParser.TypeArgumentContext;
import org.peaberry.verifier.syntax.DialectParser.TypeContext;
import org.peaberry.verifier.syntax.DialectParser.VariableContext;
import org.peaberry.verifier.syntax.DialectParser.VariablesContext;
import org.peaberry.verifier.tree.Nodes;

public final class WordAsObject extends Rule {
    private static final Set<String> OF_OBJECT = Set.of("equals", "hashCode", "toString", "getClass");

    public WordAsObject() {
        super("word-as-object", RuleGroup.WORD, "A machine word is not put into an array, a collection, a type parameter or an Object.",
                "there is no object behind it that a reference could point to",
                "its number: toLong() into a long or a long[]");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.unboxed.HostFrame;

                final class Frames {
                    private final long[] frames = new long[4];

                    void put(int index, HostFrame frame) {
                        frames[index] = frame.toLong();
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.unboxed.HostFrame;

                final class Frames {
                    private Object last;

                    void put(HostFrame frame) {
                        last = frame; // here
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        check.all(TypeArgumentContext.class).forEach(argument -> checkArgument(check, argument));
        for (TypeContext type : check.all(TypeContext.class)) {
            if (type.dimensions() != null && type.classType() != null) {
                report(check, type, resolve(check, type).element(), "an array of ");
            }
        }
        check.all(ArrayOfSizeContext.class).forEach(array -> report(check, array, elementOf(check, array.classType()), "an array of "));
        check.all(ArrayOfValuesContext.class).forEach(array -> report(check, array, elementOf(check, array.classType()), "an array of "));
        check.all(CastContext.class).forEach(cast -> checkConversion(check, cast.expression(), resolve(check, cast.type(0))));
        check.all(AssignContext.class).forEach(assign -> checkConversion(check, assign.expression(1), check.model().typeOf(assign.expression(0))));
        check.all(InstanceOfContext.class).forEach(test -> report(check, test, check.model().typeOf(test.expression()), "instanceof on a "));
        check.all(FieldContext.class).forEach(field -> checkVariables(check, field.type(), field.variables()));
        check.all(LocalVariablesContext.class).forEach(locals -> checkVariables(check, locals.type(), locals.variables()));
        check.all(CallContext.class).forEach(call -> checkCall(check, call));
        check.all(LocalCallContext.class).forEach(call -> checkArguments(check, call));
        check.all(ObjectCreationContext.class).forEach(creation -> checkArguments(check, creation));
        check.all(SumContext.class).forEach(sum -> sum.expression().forEach(side -> report(check, side, check.model().typeOf(side), "string of a ")));
    }

    private static void checkArgument(Check check, TypeArgumentContext argument) {
        boolean isOfClass = argument.getParent().getParent().getText().startsWith("Class<");
        if (argument.type() != null && !isOfClass) {
            report(check, argument, resolve(check, argument.type()), "a type argument ");
        }
    }

    private static void checkVariables(Check check, TypeContext type, VariablesContext variables) {
        for (VariableContext variable : variables.variable()) {
            if (variable.initializer() != null && variable.initializer().expression() != null && !type.getText().equals("var")) {
                checkConversion(check, variable.initializer().expression(), resolve(check, type));
            }
        }
    }

    private static void checkCall(Check check, CallContext call) {
        checkArguments(check, call);
        if (OF_OBJECT.contains(call.identifier().getText()) && !check.model().typing().isTypeName(call.expression())) {
            report(check, call, check.model().typeOf(call.expression()), call.identifier().getText() + "() of a ");
        }
    }

    private static void checkArguments(Check check, ParserRuleContext call) {
        Method method = check.model().typing().calls().find(call);
        List<ExpressionContext> arguments = Calls.argumentsOf(call);
        boolean isReal = method != null && !method.hasAnnotation("Intrinsic") && !method.hasAnnotation("HostedOnly");
        for (int i = 0; isReal && i < Math.min(arguments.size(), method.parameters().size()); i++) {
            checkConversion(check, arguments.get(i), method.owner().model().typing().typeOf(method.parameters().get(i)));
        }
    }

    private static void checkConversion(Check check, ExpressionContext value, Type target) {
        Type type = check.model().typeOf(value);
        boolean isObject = target.isReference() && !target.isArray() && !target.isWord() && !isAbove(target, type);
        if (isObject && !(Nodes.unwrapped(value) instanceof LambdaExpressionContext)) {
            report(check, value, type, "an object of type " + target.simpleName() + " is made of a ");
        }
    }

    /** An interface that raw structures extend is one of words itself. */
    private static boolean isAbove(Type target, Type type) {
        return target.declaration() != null && type.declaration() != null && type.declaration().withSupertypes().contains(target.declaration());
    }

    private static Type resolve(Check check, TypeContext type) {
        return check.model().resolver().resolve(type, check.model().typeAround(type));
    }

    private static Type elementOf(Check check, ClassTypeContext type) {
        return type == null ? Type.UNKNOWN : check.model().resolver().resolve(type, check.model().typeAround(type));
    }

    private static void report(Check check, ParserRuleContext node, Type type, String what) {
        if (type.isWord() && !check.model().isHosted(node)) {
            check.report(node, what + type.simpleName() + ", which is a machine word");
        }
    }
}
