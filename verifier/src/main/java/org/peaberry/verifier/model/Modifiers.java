/** The modifier words of a declaration. */
package org.peaberry.verifier.model;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.peaberry.verifier.syntax.DialectParser.ModifierContext;
import org.peaberry.verifier.syntax.DialectParser.VariableModifierContext;

public final class Modifiers {
    private Modifiers() {
    }

    /** Whether a word like {@code static} is among them. */
    public static boolean has(ParserRuleContext declaration, String word) {
        for (int i = 0; i < declaration.getChildCount(); i++) {
            ParseTree child = declaration.getChild(i);
            boolean isModifier = child instanceof ModifierContext || child instanceof VariableModifierContext;
            if (isModifier && child.getText().equals(word)) {
                return true;
            }
        }
        return false;
    }
}
