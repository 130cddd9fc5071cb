/** A method or constructor of the sources. */
package org.peaberry.verifier.model;

import java.util.List;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.syntax.DialectParser.BlockContext;
import org.peaberry.verifier.syntax.DialectParser.TypeContext;

/**
 * @param result null for void and constructors
 * @param declaration the node that holds its modifiers
 * @param body null when it has none
 * @param isVariable whether the last parameter takes the rest of the arguments
 * @param typeParameters names of its own
 */
public record Method(String name, TypeDeclaration owner, TypeContext result, List<Variable> parameters, boolean isVariable,
        List<String> typeParameters, ParserRuleContext declaration, BlockContext body) {
    /** Constructors are listed under this name. */
    public static final String CONSTRUCTOR = "<init>";

    public boolean hasAnnotation(String annotation) {
        return Annotations.has(declaration, annotation);
    }

    public boolean isStatic() {
        return Modifiers.has(declaration, "static");
    }

    public boolean isConstructor() {
        return name.equals(CONSTRUCTOR);
    }

    /** Whether a call can end in another method's body. */
    public boolean isOverridable() {
        return !isStatic() && !isConstructor() && !Modifiers.has(declaration, "private") && !Modifiers.has(declaration, "final")
                && (owner.kind() == TypeDeclaration.Kind.INTERFACE || !Modifiers.has(owner.declaration(), "final"));
    }

    boolean accepts(int arguments) {
        return isVariable ? arguments >= parameters.size() - 1 : arguments == parameters.size();
    }

    /** Whether it can override a method of the same name, or be overridden by it: no parameter certainly has another type. */
    boolean hasParametersOf(Method other) {
        boolean isSame = parameters.size() == other.parameters.size();
        for (int i = 0; isSame && i < parameters.size(); i++) {
            isSame = parameterType(i).isSameErasure(other.parameterType(i));
        }
        return isSame;
    }

    private Type parameterType(int index) {
        return owner.model().typing().typeOf(parameters.get(index));
    }

    /** The name with its type, for messages. */
    public String label() {
        return owner.simpleName() + (isConstructor() ? "()" : "." + name + "()");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Method that && that.declaration == declaration;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(declaration);
    }

    @Override
    public String toString() {
        return label();
    }
}
