/** A field, parameter or local variable. */
package org.peaberry.verifier.model;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.TypeContext;
import org.peaberry.verifier.tree.Nodes;

/**
 * @param type as written; null for a lambda's parameter without one and for an enum's constant
 * @param node what declares the name
 * @param declaration the node that holds its modifiers
 * @param value what {@code var} takes its type from; null otherwise
 * @param dimensions array dimensions on top of the type's
 */
public record Variable(Kind kind, String name, TypeContext type, ParserRuleContext node, ParserRuleContext declaration,
        TypeDeclaration owner, ExpressionContext value, int dimensions) {
    /** Where it lives. */
    public enum Kind { FIELD, CONSTANT, PARAMETER, LOCAL, EACH, LAMBDA }

    public boolean isField() {
        return kind == Kind.FIELD || kind == Kind.CONSTANT;
    }

    public boolean isInterfaceConstant() {
        return kind == Kind.FIELD && (owner.kind() == TypeDeclaration.Kind.INTERFACE || owner.kind() == TypeDeclaration.Kind.ANNOTATION);
    }

    public boolean isStatic() {
        return kind == Kind.CONSTANT || isInterfaceConstant() || has("static");
    }

    public boolean isFinal() {
        return kind == Kind.CONSTANT || isInterfaceConstant() || has("final") || isField() && owner.kind() == TypeDeclaration.Kind.RECORD;
    }

    /** Whether it has this modifier. */
    public boolean has(String modifier) {
        return Modifiers.has(declaration, modifier);
    }

    public boolean hasAnnotation(String annotation) {
        return Annotations.has(declaration, annotation);
    }

    boolean isVar() {
        return type != null && type.getText().equals("var");
    }

    /** Whether the declaration stands before a place of the same scope. */
    boolean precedes(ParserRuleContext place) {
        return node.getStart().getTokenIndex() <= place.getStart().getTokenIndex() && !isInOwnValue(place);
    }

    private boolean isInOwnValue(ParserRuleContext place) {
        return value != null && kind == Kind.LOCAL && Nodes.isWithin(place, value);
    }
}
