/** What the generated parser extends: it stops with a message where a file is nested too deeply. */
package org.peaberry.verifier.syntax;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.ParseCancellationException;

abstract class BoundedParser extends Parser {
    /** Grammar rules open at once; an expression in parentheses takes three, a block two. */
    private static final int MAXIMUM_DEPTH = 1_500;

    private int depth;

    BoundedParser(TokenStream input) {
        super(input);
    }

    @Override
    public void enterRule(ParserRuleContext context, int state, int rule) {
        descend();
        super.enterRule(context, state, rule);
    }

    @Override
    public void exitRule() {
        depth--;
        super.exitRule();
    }

    @Override
    public void enterRecursionRule(ParserRuleContext context, int state, int rule, int precedence) {
        descend();
        super.enterRecursionRule(context, state, rule, precedence);
    }

    @Override
    public void unrollRecursionContexts(ParserRuleContext parent) {
        depth--;
        super.unrollRecursionContexts(parent);
    }

    /** Whether the next word is `yield`. */
    final boolean isYield() {
        return getCurrentToken().getText().equals("yield");
    }

    private void descend() {
        if (++depth > MAXIMUM_DEPTH) {
            throw new TooDeep(getCurrentToken());
        }
    }

    /** Thrown through the generated code, which handles only recognition exceptions. */
    static final class TooDeep extends ParseCancellationException {
        private static final long serialVersionUID = 1;

        private final transient Token token;

        TooDeep(Token token) {
            super("too deep");
            this.token = token;
        }

        Token token() {
            return token;
        }
    }
}
