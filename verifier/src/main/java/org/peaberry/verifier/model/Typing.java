/** Types of expressions, as far as the sources tell; unknown rather than wrong. */
package org.peaberry.verifier.model;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.syntax.DialectParser.*;
import org.peaberry.verifier.tree.Nodes;

public final class Typing {
    private final FileModel model;
    private final Calls calls;
    private final Map<ExpressionContext, Type> known = new ConcurrentHashMap<>();

    Typing(FileModel model) {
        this.model = model;
        this.calls = new Calls(model);
    }

    /** The methods that calls mean. */
    public Calls calls() {
        return calls;
    }

    /** The type of a value; of a type's name, that type. */
    public Type typeOf(ExpressionContext expression) {
        Type type = known.get(expression);
        if (type == null) {
            type = compute(expression);
            known.put(expression, type);
        }
        return type;
    }

    private Type compute(ExpressionContext node) {
        if (node instanceof PrimaryExpressionContext simple) {
            return typeOf(simple.primary());
        } else if (node instanceof CallContext call) {
            return calls.resultOf(call);
        } else if (node instanceof FieldAccessContext access) {
            return typeOf(access);
        } else if (node instanceof ArrayElementContext element) {
            return typeOf(element.expression(0)).element();
        } else if (node instanceof CastContext cast) {
            return resolve(cast.type(0), cast);
        } else if (node instanceof AssignContext assign) {
            return typeOf(assign.expression(0));
        } else if (node instanceof ChoiceContext choice) {
            return common(typeOf(choice.expression(1)), typeOf(choice.expression(2)));
        } else if (node instanceof OuterThisContext outer) {
            return typeOf(outer.expression());
        } else if (node instanceof ClassLiteralContext) {
            return Type.of("java.lang.Class");
        }
        return ofOperator(node);
    }

    private Type ofOperator(ExpressionContext node) {
        if (node instanceof SumContext sum) {
            Type left = typeOf(sum.expression(0));
            Type right = typeOf(sum.expression(1));
            return Nodes.hasWord(sum, "+") && (left.isString() || right.isString()) ? Type.STRING : promoted(left, right);
        } else if (node instanceof ProductContext || node instanceof BitAndContext || node instanceof BitOrContext || node instanceof BitXorContext) {
            List<ExpressionContext> sides = node.getRuleContexts(ExpressionContext.class);
            return promoted(typeOf(sides.get(0)), typeOf(sides.get(1)));
        } else if (node instanceof ShiftContext shift) {
            return promoted(typeOf(shift.expression(0)), Type.INT);
        } else if (node instanceof ComparisonContext || node instanceof EqualityContext || node instanceof AndContext || node instanceof OrContext
                || node instanceof InstanceOfContext || node instanceof PrefixContext && Nodes.hasWord(node, "!")) {
            return Type.BOOLEAN;
        } else if (node instanceof PrefixContext prefix) {
            return promoted(typeOf(prefix.expression()), Type.INT);
        } else if (node instanceof PostfixContext postfix) {
            return typeOf(postfix.expression());
        }
        return Type.UNKNOWN;
    }

    private Type typeOf(PrimaryContext node) {
        if (node instanceof LiteralValueContext value) {
            return ofLiteral(value.literal());
        } else if (node instanceof ParenthesizedContext inner) {
            return typeOf(inner.expression());
        } else if (node instanceof NameContext name) {
            return ofName(name.identifier().getText(), name);
        } else if (node instanceof LocalCallContext call) {
            return calls.resultOf(call);
        } else if (node instanceof ThisContext) {
            TypeDeclaration type = model.typeAround(node);
            return type == null ? Type.UNKNOWN : type.type();
        } else if (node instanceof SuperCallContext call) {
            return calls.resultOf(call);
        } else if (node instanceof NewContext creation) {
            return ofCreation(creation.creation());
        } else if (node instanceof TypeLiteralContext) {
            return Type.of("java.lang.Class");
        }
        return Type.UNKNOWN;
    }

    private Type ofCreation(CreationContext node) {
        if (node instanceof ObjectCreationContext creation) {
            return model.resolver().resolve(creation.classType(), model.typeAround(creation));
        } else if (node instanceof ArrayOfSizeContext array) {
            int dimensions = array.dimensionSize().size() + (array.dimensions() == null ? 0 : array.dimensions().getChildCount() / 2);
            return ofElement(array.primitiveType(), array.classType(), array).array(dimensions);
        } else if (node instanceof ArrayOfValuesContext array) {
            return ofElement(array.primitiveType(), array.classType(), array).array(array.dimensions().getChildCount() / 2);
        }
        return Type.UNKNOWN;
    }

    private Type ofElement(PrimitiveTypeContext primitive, ClassTypeContext type, ParserRuleContext place) {
        return primitive != null ? Type.of(primitive.getText()) : model.resolver().resolve(type, model.typeAround(place));
    }

    private static Type ofLiteral(LiteralContext literal) {
        if (literal.INTEGER() != null) {
            return literal.getText().matches(".*[lL]") ? Type.LONG : Type.INT;
        } else if (literal.STRING() != null || literal.TEXT_BLOCK() != null) {
            return Type.STRING;
        } else if (literal.CHARACTER() != null) {
            return Type.of("char");
        }
        return switch (literal.getText()) {
            case "true", "false" -> Type.BOOLEAN;
            case "null" -> Type.NULL;
            default -> Type.UNKNOWN;
        };
    }

    private Type ofName(String name, ParserRuleContext place) {
        Variable variable = model.scopes().find(name, place);
        return variable != null ? typeOf(variable) : model.resolver().named(name, model.typeAround(place));
    }

    private Type typeOf(FieldAccessContext access) {
        Variable field = fieldOf(access);
        if (field != null) {
            return substitute(typeOf(field), typeOf(access.expression()));
        }
        Type target = typeOf(access.expression());
        if (target.isArray() && access.identifier().getText().equals("length")) {
            return Type.INT;
        }
        Type ofJdk = target.isArray() ? Type.UNKNOWN : JdkTypes.field(target.name(), access.identifier().getText());
        if (!ofJdk.isUnknown()) {
            return ofJdk;
        }
        return isDottedName(access) ? model.resolver().named(access.getText(), model.typeAround(access)) : Type.UNKNOWN;
    }

    /** The field that an access means, or null. */
    public Variable fieldOf(FieldAccessContext access) {
        Type target = typeOf(access.expression());
        return target.declaration() == null || target.isArray() ? null : target.declaration().findField(access.identifier().getText());
    }

    private static boolean isDottedName(ExpressionContext node) {
        return node.getText().matches("[a-zA-Z_$][a-zA-Z0-9_$]*(\\.[a-zA-Z_$][a-zA-Z0-9_$]*)+");
    }

    /** Whether an expression is the name of a type instead of a value. */
    public boolean isTypeName(ExpressionContext expression) {
        if (expression instanceof PrimaryExpressionContext simple && simple.primary() instanceof NameContext name) {
            return model.scopes().find(name.getText(), name) == null;
        }
        return expression instanceof FieldAccessContext access && fieldOf(access) == null && isDottedName(access)
                && JdkTypes.field(typeOf(access.expression()).name(), access.identifier().getText()).isUnknown()
                && !(typeOf(access.expression()).isArray()) && !typeOf(access).isUnknown();
    }

    /** The variable that an expression names, or null. */
    public Variable variableOf(ExpressionContext expression) {
        ExpressionContext inner = Nodes.unwrapped(expression);
        if (inner instanceof FieldAccessContext access) {
            return fieldOf(access);
        }
        return Nodes.primary(inner) instanceof NameContext name ? model.scopes().find(name.getText(), name) : null;
    }

    public Type typeOf(Variable variable) {
        if (variable.kind() == Variable.Kind.CONSTANT) {
            return variable.owner().type();
        }
        if (variable.isField()) {
            return variable.owner().model().resolver().resolve(variable.type(), variable.owner());
        }
        if (variable.isVar()) {
            return ofVar(variable);
        }
        return variable.type() == null ? Type.UNKNOWN : resolve(variable.type(), variable.node()).array(variable.dimensions());
    }

    private Type ofVar(Variable variable) {
        if (variable.value() == null) {
            return Type.UNKNOWN;
        }
        Type value = typeOf(variable.value());
        return variable.kind() != Variable.Kind.EACH ? value : value.isArray() ? value.element() : Type.UNKNOWN;
    }

    private Type resolve(TypeContext written, ParserRuleContext place) {
        return model.resolver().resolve(written, model.typeAround(place));
    }

    /** A member's type with the type arguments of what it is a member of. */
    static Type substitute(Type member, Type target) {
        if (member.declaration() != null || target.declaration() == null) {
            return member;
        }
        int index = target.declaration().parameters().indexOf(member.name());
        if (index < 0) {
            return member;
        }
        return index < target.arguments().size() ? target.arguments().get(index).array(member.dimensions()) : Type.UNKNOWN;
    }

    private static Type common(Type one, Type other) {
        if (one.equals(Type.NULL) || one.isUnknown()) {
            return other;
        }
        if (one.isPrimitive() && other.isPrimitive() && !one.equals(other)) {
            return promoted(one, other);
        }
        return one.equals(other) || other.equals(Type.NULL) || other.isUnknown() ? one : Type.UNKNOWN;
    }

    private static Type promoted(Type one, Type other) {
        if (one.equals(Type.BOOLEAN) || other.equals(Type.BOOLEAN)) {
            return Type.BOOLEAN;
        }
        if (one.isUnknown() || other.isUnknown()) {
            return one.equals(Type.LONG) || other.equals(Type.LONG) ? Type.LONG : Type.UNKNOWN;
        }
        return one.equals(Type.LONG) || other.equals(Type.LONG) ? Type.LONG : Type.INT;
    }
}
