/** Questions about the nodes of a syntax tree. */
package org.peaberry.verifier.tree;

import java.util.ArrayList;
import java.util.List;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.peaberry.verifier.source.Position;
import org.peaberry.verifier.syntax.DialectParser.ExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.ParenthesizedContext;
import org.peaberry.verifier.syntax.DialectParser.PrimaryContext;
import org.peaberry.verifier.syntax.DialectParser.PrimaryExpressionContext;

public final class Nodes {
    private Nodes() {
    }

    public static Position position(ParserRuleContext node) {
        return position(node.getStart());
    }

    public static Position position(Token token) {
        return new Position(token.getLine(), token.getCharPositionInLine() + 1);
    }

    /** The innermost node around this one (not itself) of a kind, or null. */
    public static <T> T enclosing(ParserRuleContext node, Class<T> kind) {
        for (ParserRuleContext at = node.getParent(); at != null; at = at.getParent()) {
            if (kind.isInstance(at)) {
                return kind.cast(at);
            }
        }
        return null;
    }

    /** Whether a node is another one or inside it. */
    public static boolean isWithin(ParserRuleContext node, ParserRuleContext outer) {
        for (ParserRuleContext at = node; at != null; at = at.getParent()) {
            if (at == outer) {
                return true;
            }
        }
        return false;
    }

    /** All nodes of a kind inside a node, itself included, in the order of the text. */
    public static <T extends ParserRuleContext> List<T> within(ParserRuleContext root, Class<T> kind) {
        List<T> found = new ArrayList<>();
        collect(root, kind, found);
        return found;
    }

    private static <T> void collect(ParseTree node, Class<T> kind, List<T> found) {
        if (kind.isInstance(node)) {
            found.add(kind.cast(node));
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            collect(node.getChild(i), kind, found);
        }
    }

    /** Whether one of the node's own words is this one. */
    public static boolean hasWord(ParserRuleContext node, String word) {
        for (int i = 0; i < node.getChildCount(); i++) {
            if (node.getChild(i) instanceof TerminalNode leaf && leaf.getText().equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** The expression without parentheses around it. */
    public static ExpressionContext unwrapped(ExpressionContext expression) {
        ExpressionContext inner = expression;
        while (inner instanceof PrimaryExpressionContext simple && simple.primary() instanceof ParenthesizedContext parentheses) {
            inner = parentheses.expression();
        }
        return inner;
    }

    /** The primary that an expression is, parentheses aside; null when it is an operation. */
    public static PrimaryContext primary(ExpressionContext expression) {
        return unwrapped(expression) instanceof PrimaryExpressionContext simple ? simple.primary() : null;
    }
}
