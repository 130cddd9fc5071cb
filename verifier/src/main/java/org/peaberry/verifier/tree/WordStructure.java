/** Words: names that Java reserves, numbers that fit, characters that are one. */
package org.peaberry.verifier.tree;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.syntax.DialectParser.ClassTypeContext;
import org.peaberry.verifier.syntax.DialectParser.EachVariableContext;
import org.peaberry.verifier.syntax.DialectParser.LambdaParametersContext;
import org.peaberry.verifier.syntax.DialectParser.LiteralContext;
import org.peaberry.verifier.syntax.DialectParser.LocalVariablesContext;
import org.peaberry.verifier.syntax.DialectParser.ParameterContext;
import org.peaberry.verifier.syntax.DialectParser.PrefixContext;
import org.peaberry.verifier.syntax.DialectParser.ResourceContext;
import org.peaberry.verifier.syntax.DialectParser.TypeContext;
import org.peaberry.verifier.syntax.DialectParser.TypeIdentifierContext;
import org.peaberry.verifier.syntax.SyntaxError;

final class WordStructure extends Structure {
    private static final Set<String> NOT_TYPES = Set.of("var", "record", "sealed", "permits", "yield");
    private static final String GREATEST_INT = "2147483648";
    private static final String GREATEST_LONG = "9223372036854775808";

    WordStructure(SourceFile file, List<SyntaxError> errors) {
        super(file, errors);
    }

    @Override
    void check() {
        for (TypeIdentifierContext name : all(TypeIdentifierContext.class)) {
            if (name.getText().equals("var")) {
                report(name, "'var' cannot be the name of a type");
            }
        }
        for (ClassTypeContext type : all(ClassTypeContext.class)) {
            boolean isInferred = type.getText().equals("var") && type.getParent() instanceof TypeContext && isInferable(type.getParent());
            if (type.identifier().size() == 1 && NOT_TYPES.contains(type.identifier(0).getText()) && !isInferred) {
                report(type, "'" + type.identifier(0).getText() + "' is not the name of a type");
            }
        }
        for (LiteralContext literal : all(LiteralContext.class)) {
            if (literal.INTEGER() != null && !fits(literal)) {
                report(literal, "the number " + literal.getText() + " does not fit its type");
            } else if (literal.CHARACTER() != null && literal.getText().codePointCount(0, literal.getText().length()) != literal.getText().length()) {
                report(literal, "the character does not fit a char");
            }
        }
    }

    private static boolean isInferable(ParserRuleContext type) {
        ParserRuleContext parent = type.getParent();
        boolean isLambdas = parent instanceof ParameterContext && parent.getParent().getParent() instanceof LambdaParametersContext;
        return parent instanceof LocalVariablesContext || parent instanceof EachVariableContext || parent instanceof ResourceContext || isLambdas;
    }

    private static boolean fits(LiteralContext literal) {
        String text = literal.getText().replace("_", "");
        boolean isLong = text.endsWith("L") || text.endsWith("l");
        String digits = isLong ? text.substring(0, text.length() - 1) : text;
        int size = isLong ? Long.SIZE : Integer.SIZE;
        if (digits.matches("0[xX].*")) {
            return new BigInteger(digits.substring(2), 16).bitLength() <= size;
        } else if (digits.matches("0[bB].*")) {
            return new BigInteger(digits.substring(2), 2).bitLength() <= size;
        }
        BigInteger limit = new BigInteger(isLong ? GREATEST_LONG : GREATEST_INT);
        int comparison = new BigInteger(digits).compareTo(limit);
        return comparison < 0 || comparison == 0 && isNegated(literal);
    }

    private static boolean isNegated(LiteralContext literal) {
        ParserRuleContext expression = literal.getParent().getParent();
        return expression.getParent() instanceof PrefixContext prefix && prefix.getChild(0).getText().equals("-");
    }
}
