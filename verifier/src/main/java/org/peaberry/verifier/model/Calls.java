/** Which method a call means. */
package org.peaberry.verifier.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.syntax.DialectParser.*;

public final class Calls {
    private final FileModel model;
    private final Map<ParserRuleContext, Optional<Method>> known = new ConcurrentHashMap<>();

    Calls(FileModel model) {
        this.model = model;
    }

    /** The method of the sources that a call or creation means, or null when it is the JDK's or cannot be told. */
    public Method find(ParserRuleContext call) {
        Optional<Method> method = known.get(call);
        if (method == null) {
            method = Optional.ofNullable(search(call));
            known.put(call, method);
        }
        return method.orElse(null);
    }

    private Method search(ParserRuleContext node) {
        if (node instanceof CallContext call) {
            Type target = model.typeOf(call.expression());
            return target.declaration() == null || target.isArray() ? null
                    : choose(target.declaration().findMethods(call.identifier().getText()), arguments(call.arguments()));
        } else if (node instanceof LocalCallContext call) {
            return choose(candidates(call.identifier().getText(), call), arguments(call.arguments()));
        } else if (node instanceof SuperCallContext call) {
            TypeDeclaration type = model.typeAround(call);
            return type == null ? null : choose(inherited(type, call.identifier().getText()), arguments(call.arguments()));
        } else if (node instanceof ThisConstructorCallContext || node instanceof SuperConstructorCallContext) {
            TypeDeclaration type = model.typeAround(node);
            TypeDeclaration constructed = type == null || node instanceof ThisConstructorCallContext ? type : type.superclass();
            return constructed == null ? null : choose(constructed.methods().getOrDefault(Method.CONSTRUCTOR, List.of()), argumentsOf(node));
        } else if (node instanceof ObjectCreationContext creation) {
            TypeDeclaration type = model.resolver().resolve(creation.classType(), model.typeAround(creation)).declaration();
            return type == null ? null : choose(type.methods().getOrDefault(Method.CONSTRUCTOR, List.of()), arguments(creation.arguments()));
        }
        return null;
    }

    private static List<Method> inherited(TypeDeclaration type, String name) {
        List<Method> found = new ArrayList<>(type.findMethods(name));
        found.removeAll(type.methods().getOrDefault(name, List.of()));
        return found;
    }

    private List<Method> candidates(String name, ParserRuleContext place) {
        for (TypeDeclaration type = model.typeAround(place); type != null;) {
            List<Method> found = type.findMethods(name);
            if (!found.isEmpty()) {
                return found;
            }
            type = type.outer() != null ? type.outer() : around(type);
        }
        TypeDeclaration imported = model.resolver().staticOwner(name);
        return imported == null ? List.of() : imported.findMethods(name);
    }

    private TypeDeclaration around(TypeDeclaration anonymous) {
        ParserRuleContext parent = anonymous.declaration().getParent();
        return parent == null ? null : model.typeAround(parent);
    }

    private Method choose(List<Method> candidates, List<ExpressionContext> arguments) {
        Method chosen = null;
        int best = -1;
        for (Method candidate : candidates) {
            int score = candidate.accepts(arguments.size()) ? score(candidate, arguments) : -1;
            if (score > best) {
                best = score;
                chosen = candidate;
            }
        }
        return chosen;
    }

    /** How many arguments certainly fit, doubled, one less for variable arguments; -1 when one certainly does not. */
    private int score(Method candidate, List<ExpressionContext> arguments) {
        int score = candidate.isVariable() ? 1 : 2;
        for (int i = 0; i < arguments.size() && i < candidate.parameters().size(); i++) {
            Variable parameter = candidate.parameters().get(i);
            Type formal = candidate.owner().model().typing().typeOf(parameter);
            Type actual = model.typeOf(arguments.get(i));
            if (candidate.isVariable() && i == candidate.parameters().size() - 1) {
                break;
            }
            if (!Conversion.isPossible(actual, formal)) {
                return -1;
            }
            score += actual.equals(formal) ? 4 : Conversion.isClose(actual, formal) ? 2 : 0;
        }
        return score;
    }

    public static List<ExpressionContext> arguments(ArgumentsContext arguments) {
        return arguments == null || arguments.expressions() == null ? List.of() : arguments.expressions().expression();
    }

    /** The arguments of a call or creation. */
    public static List<ExpressionContext> argumentsOf(ParserRuleContext call) {
        return arguments(call.getRuleContext(ArgumentsContext.class, 0));
    }

    Type resultOf(ParserRuleContext call) {
        Method method = find(call);
        Type target = call instanceof CallContext qualified ? model.typeOf(qualified.expression()) : Type.UNKNOWN;
        if (method != null) {
            Type result = method.owner().model().resolver().resolve(method.result(), method.owner());
            return method.typeParameters().contains(result.name()) ? inferred(method, result, call) : Typing.substitute(result, target);
        }
        if (call instanceof CallContext qualified) {
            return ofJdk(target, qualified);
        }
        return Type.UNKNOWN;
    }

    /** {@code <T> T at(Class<T> layout, …)} gives what the class literal names. */
    private Type inferred(Method method, Type result, ParserRuleContext call) {
        List<ExpressionContext> arguments = argumentsOf(call);
        for (int i = 0; i < Math.min(arguments.size(), method.parameters().size()); i++) {
            Type formal = method.owner().model().typing().typeOf(method.parameters().get(i));
            if (formal.equals(result)) {
                return model.typeOf(arguments.get(i));
            }
            boolean isClass = formal.name().equals("java.lang.Class") && formal.arguments().equals(List.of(result));
            if (isClass && arguments.get(i) instanceof ClassLiteralContext literal) {
                return model.typeOf(literal.expression());
            }
        }
        return Type.UNKNOWN;
    }

    private static Type ofJdk(Type target, CallContext call) {
        String name = call.identifier().getText();
        if (target.declaration() != null && target.declaration().kind() == TypeDeclaration.Kind.ENUM) {
            switch (name) {
                case "ordinal", "compareTo":
                    return Type.INT;
                case "name", "toString":
                    return Type.STRING;
                case "values":
                    return target.array(1);
                default:
                    break;
            }
        }
        if (target.isArray() || target.declaration() != null) {
            return Type.UNKNOWN;
        }
        Type result = null;
        for (java.lang.reflect.Method method : JdkTypes.methods(target.name(), name, arguments(call.arguments()).size())) {
            boolean isPlain = !(method.getGenericReturnType() instanceof java.lang.reflect.TypeVariable);
            Type type = isPlain ? JdkTypes.type(method.getReturnType()) : Type.UNKNOWN;
            if (result != null && !result.equals(type)) {
                return Type.UNKNOWN;
            }
            result = type;
        }
        return result == null ? Type.UNKNOWN : result;
    }
}
