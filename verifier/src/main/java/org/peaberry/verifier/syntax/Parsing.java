/** Turns text into a syntax tree, quickly for what is right and precisely for what is wrong. */
package org.peaberry.verifier.syntax;

import java.util.List;

import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.peaberry.verifier.source.SourceProblem;
import org.peaberry.verifier.source.UnicodeEscapes;

public final class Parsing {
    /** Brackets open at once, and operators that nest to the right in a row: ANTLR's lookahead gets slow far beyond it, and no reader follows. */
    private static final int MAXIMUM_NESTING = 200;

    private Parsing() {
    }

    /**
     * The tree of a file, with the errors in it.
     *
     * @throws SourceProblem when it is nested too deeply to be read, or has a wrong Unicode escape
     */
    public static ParsedFile parse(String text) throws SourceProblem {
        UnicodeEscapes.check(text);
        DialectLexer lexer = new DialectLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        checkNesting(tokens.getTokens());
        try {
            return new ParsedFile(fast(tokens), tokens, List.of());
        } catch (BoundedParser.TooDeep problem) {
            throw tooDeep(problem.token());
        } catch (ParseCancellationException notThisWay) {
            return precise(tokens);
        }
    }

    /** SLL prediction, and no message: one pass that nearly every file survives. */
    private static DialectParser.CompilationUnitContext fast(CommonTokenStream tokens) {
        DialectParser parser = parser(tokens);
        parser.setErrorHandler(new BailErrorStrategy());
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        return parser.compilationUnit();
    }

    private static ParsedFile precise(CommonTokenStream tokens) throws SourceProblem {
        tokens.seek(0);
        DialectParser parser = parser(tokens);
        SyntaxErrors errors = new SyntaxErrors();
        parser.addErrorListener(errors);
        parser.setErrorHandler(new DefaultErrorStrategy());
        parser.getInterpreter().setPredictionMode(PredictionMode.LL);
        try {
            return new ParsedFile(parser.compilationUnit(), tokens, errors.errors());
        } catch (BoundedParser.TooDeep problem) {
            throw tooDeep(problem.token());
        }
    }

    private static DialectParser parser(CommonTokenStream tokens) {
        DialectParser parser = new DialectParser(tokens);
        parser.removeErrorListeners();
        PredictionCache.attachTo(parser);
        return parser;
    }

    private static void checkNesting(List<Token> tokens) throws SourceProblem {
        int brackets = 0;
        int operators = 0;
        for (Token token : tokens) {
            switch (token.getText()) {
                case "(", "[" -> brackets++;
                case ")", "]" -> brackets--;
                case "->", "<", "?", "=", "@" -> operators++;
                case ";", "," -> operators = 0;
                case "{" -> {
                    brackets++;
                    operators = 0;
                }
                case "}" -> {
                    brackets--;
                    operators = 0;
                }
                default -> { }
            }
            if (brackets > MAXIMUM_NESTING || operators > MAXIMUM_NESTING) {
                throw tooDeep(token);
            }
        }
    }

    static SourceProblem tooDeep(Token where) {
        return new SourceProblem(SyntaxErrors.position(where), "nested too deeply to be read: name the parts and split it");
    }
}
