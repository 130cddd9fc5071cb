/** Names what Java has, in 17 or later, and the dialect has not, where the grammar stumbles over it. */
package org.peaberry.verifier.syntax;

import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

final class LeftOutConstruct {
    private LeftOutConstruct() {
    }

    /** What begins or goes on at a token, or null when that is nothing of Java's. */
    static String describe(TokenStream tokens, Token token) {
        String before = before(tokens, token, 1);
        return switch (token.getText()) {
            case "this" -> before.equals("(") ? null : "receiver parameter 'this': leave it out";
            case "@" -> before.equals("{") || before.equals("(") ? null : "annotation of an array's dimension: put it before the type";
            case "[" -> before.equals(")") ? "brackets after the parameters of a method: they stand at the type of the result" : null;
            case "<" -> before.equals("new") ? "type arguments of a constructor: those of the class are enough" : null;
            case "module", "open" -> before.isEmpty() ? "module declaration: the dialect has packages, and peaberryc sees all of them" : null;
            case "(" -> ofBracket(tokens, token, before);
            default -> null;
        };
    }

    private static String ofBracket(TokenStream tokens, Token token, String before) {
        if (before.equals("super") && before(tokens, token, 2).equals(".")) {
            return "super constructor of an inner class of another object: make it a static nested class that is given the object";
        }
        int back = 1;
        while (before(tokens, token, back + 1).equals(".")) {
            back += 2;
        }
        boolean isPattern = before(tokens, token, back + 1).equals("instanceof");
        return isPattern ? "record pattern, which Java 17 has not: test the type, then call its accessors" : null;
    }

    /** The word so many places before a token; empty before the first. */
    private static String before(TokenStream tokens, Token token, int distance) {
        int left = distance;
        for (int i = token.getTokenIndex() - 1; i >= 0; i--) {
            if (tokens.get(i).getChannel() == Token.DEFAULT_CHANNEL && --left == 0) {
                return tokens.get(i).getText();
            }
        }
        return "";
    }
}
