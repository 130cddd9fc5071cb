/** Names the words of the grammar that are never part of a program. */
package org.peaberry.verifier.syntax;

import org.antlr.v4.runtime.Token;

final class UnfinishedWord {
    private UnfinishedWord() {
    }

    /** What is wrong with the word, or null when it is an ordinary one. */
    static String describe(Token token) {
        return switch (token.getType()) {
            case DialectLexer.UNTERMINATED_COMMENT -> "comment without an end: '*/' is missing";
            case DialectLexer.UNTERMINATED_TEXT_BLOCK -> "text block without an end: '\"\"\"' is missing";
            case DialectLexer.UNTERMINATED_STRING -> "string without an end on its line, or with an unknown escape";
            case DialectLexer.BAD_CHARACTER -> "character literal that is not one character in quotes";
            case DialectLexer.NOT_ASCII -> "letters beyond ASCII outside of strings and comments";
            case DialectLexer.RESERVED -> "'" + token.getText() + "' is a word that Java reserves";
            case DialectLexer.UNKNOWN -> "'" + token.getText() + "' is not part of Java";
            default -> null;
        };
    }
}
