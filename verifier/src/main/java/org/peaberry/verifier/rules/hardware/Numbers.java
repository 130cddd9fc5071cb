/** Which numbers in the code have a name or need none. */
package org.peaberry.verifier.rules.hardware;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.model.Modifiers;
import org.peaberry.verifier.syntax.DialectParser.AnnotationContext;
import org.peaberry.verifier.syntax.DialectParser.ConstructorContext;
import org.peaberry.verifier.syntax.DialectParser.EnumConstantContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.FieldContext;
import org.peaberry.verifier.syntax.DialectParser.InitializerBlockContext;
import org.peaberry.verifier.syntax.DialectParser.LiteralValueContext;
import org.peaberry.verifier.syntax.DialectParser.MethodContext;
import org.peaberry.verifier.syntax.DialectParser.PrefixContext;
import org.peaberry.verifier.syntax.DialectParser.TypeDeclarationContext;
import org.peaberry.verifier.tree.Nodes;

final class Numbers {
    private Numbers() {
    }

    /** The value of an integer literal, with a minus in front of it; null for anything else and for what does not fit. */
    static Long valueOf(ExpressionContext expression) {
        ExpressionContext inner = Nodes.unwrapped(expression);
        if (inner instanceof PrefixContext prefix && Nodes.hasWord(prefix, "-")) {
            Long value = valueOf(prefix.expression());
            return value == null ? null : -value;
        }
        if (inner instanceof PrefixContext prefix && Nodes.hasWord(prefix, "~")) {
            return valueOf(prefix.expression());
        }
        return Nodes.primary(inner) instanceof LiteralValueContext value && value.literal().INTEGER() != null ? parse(value.getText()) : null;
    }

    private static Long parse(String text) {
        String digits = text.replace("_", "").replaceAll("[lL]$", "").toLowerCase(java.util.Locale.ROOT);
        try {
            return digits.startsWith("0x") ? (Long) Long.parseUnsignedLong(digits.substring(2), 16)
                    : digits.startsWith("0b") ? (Long) Long.parseUnsignedLong(digits.substring(2), 2) : (Long) Long.parseLong(digits);
        } catch (NumberFormatException tooLarge) {
            return null;
        }
    }

    /** All bits of a whole number of bytes: a width, which names itself. */
    static boolean isWidth(long mask) {
        return mask == 0xFFL || mask == 0xFFFFL || mask == 0xFFFF_FFFFL;
    }

    /** Ten, a hundred and so on: digits, and conversions of units. */
    static boolean isPowerOfTen(long value) {
        long power = 1;
        while (power < value && power <= Long.MAX_VALUE / 10) {
            power *= 10;
        }
        return power == value;
    }

    /** Whether a number stands where it gets a name: in a constant, an enum's row, an annotation, a table. */
    static boolean isNamed(ParserRuleContext node) {
        for (ParserRuleContext at = node; at != null; at = at.getParent()) {
            if (at instanceof AnnotationContext || at instanceof EnumConstantContext) {
                return true;
            }
            if (at instanceof FieldContext field) {
                return Modifiers.has(field, "static") && Modifiers.has(field, "final") || isOfInterface(field);
            }
            if (at instanceof InitializerBlockContext block) {
                return Nodes.hasWord(block, "static");
            }
            if (at instanceof MethodContext || at instanceof ConstructorContext) {
                return false;
            }
        }
        return false;
    }

    private static boolean isOfInterface(FieldContext field) {
        return Nodes.enclosing(field, TypeDeclarationContext.class).interfaceDeclaration() != null;
    }
}
