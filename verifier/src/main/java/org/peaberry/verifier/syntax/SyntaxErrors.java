/** Collects what ANTLR reports, in words of the dialect; of a line only the first error, which the others follow from. */
package org.peaberry.verifier.syntax;

import java.util.ArrayList;
import java.util.List;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.peaberry.verifier.source.Position;

final class SyntaxErrors extends BaseErrorListener {
    /** More than this many expected words help nobody. */
    private static final int FEW = 6;
    private static final int LONGEST_WORD = 40;

    private final List<SyntaxError> errors = new ArrayList<>();

    List<SyntaxError> errors() {
        return errors;
    }

    @Override
    public void syntaxError(Recognizer<?, ?> recognizer, Object symbol, int line, int column, String message, RecognitionException problem) {
        Token token = problem instanceof NoViableAltException failure ? failure.getOffendingToken() : (Token) symbol;
        if (errors.isEmpty() || errors.get(errors.size() - 1).position().line() != token.getLine()) {
            errors.add(new SyntaxError(position(token), describe((Parser) recognizer, token)));
        }
    }

    static Position position(Token token) {
        return new Position(token.getLine(), token.getCharPositionInLine() + 1);
    }

    private static String describe(Parser parser, Token token) {
        String unfinished = UnfinishedWord.describe(token);
        if (unfinished != null) {
            return unfinished;
        }
        String leftOut = LeftOutConstruct.describe(parser.getTokenStream(), token);
        if (leftOut != null) {
            return leftOut;
        }
        String found = token.getType() == Token.EOF ? "the file ends" : "'" + shortened(token.getText()) + "' cannot stand";
        String within = ConstructNames.describe(parser.getContext());
        return found + " here" + within + expected(parser);
    }

    private static String expected(Parser parser) {
        IntervalSet expected = parser.getExpectedTokens();
        if (expected.size() == 0 || expected.size() > FEW) {
            return "";
        }
        List<String> words = new ArrayList<>();
        for (int type : expected.toList()) {
            words.add(nameOf(type, parser));
        }
        return "; expected " + String.join(" or ", words);
    }

    private static String nameOf(int type, Parser parser) {
        return switch (type) {
            case Token.EOF -> "the end of the file";
            case DialectParser.IDENTIFIER -> "a name";
            default -> parser.getVocabulary().getDisplayName(type);
        };
    }

    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= LONGEST_WORD ? line : line.substring(0, LONGEST_WORD) + "…";
    }
}
