/** What Java's syntax asks for beyond a grammar that stays readable. */
package org.peaberry.verifier.tree;

import java.util.ArrayList;
import java.util.List;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.peaberry.verifier.syntax.SyntaxError;

abstract class Structure {
    private final SourceFile file;
    private final List<SyntaxError> errors;

    Structure(SourceFile file, List<SyntaxError> errors) {
        this.file = file;
        this.errors = errors;
    }

    /** All that is wrong in a file that the grammar took. */
    static List<SyntaxError> errors(SourceFile file) {
        List<SyntaxError> errors = new ArrayList<>();
        new WordStructure(file, errors).check();
        new DeclarationStructure(file, errors).check();
        new StatementStructure(file, errors).check();
        new ExpressionStructure(file, errors).check();
        return errors;
    }

    abstract void check();

    <T extends ParserRuleContext> List<T> all(Class<T> kind) {
        return file.all(kind);
    }

    SourceFile file() {
        return file;
    }

    void report(ParserRuleContext where, String message) {
        errors.add(new SyntaxError(Nodes.position(where), message));
    }

    void report(Token where, String message) {
        errors.add(new SyntaxError(Nodes.position(where), message));
    }
}
