/** The annotations of a declaration, as written. */
package org.peaberry.verifier.model;

import java.util.ArrayList;
import java.util.List;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.peaberry.verifier.syntax.DialectParser.AnnotationContext;
import org.peaberry.verifier.syntax.DialectParser.ElementContext;
import org.peaberry.verifier.syntax.DialectParser.ElementValueContext;
import org.peaberry.verifier.syntax.DialectParser.EnumConstantContext;
import org.peaberry.verifier.syntax.DialectParser.ModifierContext;
import org.peaberry.verifier.syntax.DialectParser.PackageDeclarationContext;
import org.peaberry.verifier.syntax.DialectParser.VariableModifierContext;

public final class Annotations {
    private Annotations() {
    }

    /** Those in front of a declaration. */
    public static List<AnnotationContext> of(ParserRuleContext declaration) {
        List<AnnotationContext> found = List.of();
        for (int i = 0; i < declaration.getChildCount() && isInFront(declaration.getChild(i), declaration); i++) {
            AnnotationContext annotation = annotationOf(declaration.getChild(i));
            if (annotation != null) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(annotation);
            }
        }
        return found;
    }

    private static boolean isInFront(ParseTree child, ParserRuleContext declaration) {
        return child instanceof ModifierContext || child instanceof VariableModifierContext || child instanceof AnnotationContext && isOfDeclaration(declaration);
    }

    private static AnnotationContext annotationOf(ParseTree child) {
        if (child instanceof ModifierContext modifier) {
            return modifier.annotation();
        }
        return child instanceof VariableModifierContext modifier ? modifier.annotation() : (AnnotationContext) child;
    }

    private static boolean isOfDeclaration(ParserRuleContext declaration) {
        return declaration instanceof EnumConstantContext || declaration instanceof PackageDeclarationContext;
    }

    /** The annotation with this simple name, or null. */
    public static AnnotationContext find(ParserRuleContext declaration, String name) {
        for (AnnotationContext annotation : of(declaration)) {
            if (simpleName(annotation).equals(name)) {
                return annotation;
            }
        }
        return null;
    }

    public static boolean has(ParserRuleContext declaration, String name) {
        return find(declaration, name) != null;
    }

    public static String simpleName(AnnotationContext annotation) {
        String name = annotation.qualifiedName().getText();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The value given to an element, or null when none is. */
    public static ElementValueContext value(AnnotationContext annotation, String element) {
        for (ElementContext given : annotation.element()) {
            if (given.identifier().getText().equals(element)) {
                return given.elementValue();
            }
        }
        return element.equals("value") ? annotation.elementValue() : null;
    }

    /** The text of an element that is one string literal; empty when it is absent or something else. */
    public static String text(AnnotationContext annotation, String element) {
        ElementValueContext value = value(annotation, element);
        String text = value == null ? "" : value.getText();
        boolean isLiteral = text.length() >= 2 && text.startsWith("\"") && text.indexOf('"', 1) == text.length() - 1;
        return isLiteral ? text.substring(1, text.length() - 1) : "";
    }

    /** The whole number given to an element, or the given one when there is none. */
    public static int number(AnnotationContext annotation, String element, int otherwise) {
        ElementValueContext value = value(annotation, element);
        return value != null && value.getText().matches("[0-9]{1,9}") ? Integer.parseInt(value.getText()) : otherwise;
    }
}
