/** One source file, parsed and checked. */
package org.peaberry.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.tree.ParseTreeWalker;

public final class SourceFile {
    private final String name;
    private final String text;

    /** @param name for messages */
    public SourceFile(String name, String text) {
        this.name = name;
        this.text = text;
    }

    public static SourceFile read(Path file) throws IOException {
        return new SourceFile(file.toString(), Files.readString(file));
    }

    /** All violations, by line; empty when the file is in the dialect. */
    public List<Violation> check() {
        List<Violation> violations = new ArrayList<>();
        DialectLexer lexer = new DialectLexer(CharStreams.fromString(text, name));
        DialectParser parser = new DialectParser(new CommonTokenStream(lexer));
        for (Recognizer<?, ?> recognizer : List.of(lexer, parser)) {
            recognizer.removeErrorListeners();
            recognizer.addErrorListener(new SyntaxErrors(violations));
        }
        ParseTreeWalker.DEFAULT.walk(new SourceRules(name, violations), parser.compilationUnit());
        violations.sort(Comparator.comparingInt(Violation::line));
        return violations;
    }

    private final class SyntaxErrors extends BaseErrorListener {
        private final List<Violation> violations;

        SyntaxErrors(List<Violation> violations) {
            this.violations = violations;
        }

        @Override
        public void syntaxError(Recognizer<?, ?> recognizer, Object symbol, int line, int column, String message, RecognitionException problem) {
            violations.add(new Violation(name, line, Rule.SYNTAX, message));
        }
    }
}
