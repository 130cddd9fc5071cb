/** Numbers have names. */
package org.peaberry.verifier.rules.hardware;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.syntax.DialectParser.AssignContext;
import org.peaberry.verifier.syntax.DialectParser.BitAndContext;
import org.peaberry.verifier.syntax.DialectParser.BitOrContext;
import org.peaberry.verifier.syntax.DialectParser.BitXorContext;
import org.peaberry.verifier.syntax.DialectParser.CallContext;
import org.peaberry.verifier.syntax.DialectParser.CaseValueContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionsContext;
import org.peaberry.verifier.syntax.DialectParser.LiteralValueContext;
import org.peaberry.verifier.syntax.DialectParser.ParenthesizedContext;
import org.peaberry.verifier.syntax.DialectParser.PrefixContext;
import org.peaberry.verifier.syntax.DialectParser.PrimaryExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.ShiftContext;
import org.peaberry.verifier.syntax.DialectParser.SwitchRuleContext;
import org.peaberry.verifier.tree.Nodes;

public final class MagicNumber extends InHardwareCode {
    public MagicNumber() {
        super("magic-number", "No literal numbers but -1 to 4, powers of ten, widths of whole bytes, and those that stand beside their name: in a case label or a row of a table.",
                "a number of a manual or of an interface is found by its name, and changed in one place",
                "a static final constant, an enum's row, or a constant of the JDK such as Long.BYTES");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                final class Timer {
                    /** PIT input clock in Hz. */
                    private static final int FREQUENCY = 1_193_182;

                    static long ticks(long microseconds) {
                        return microseconds * FREQUENCY / 1000 / 1000;
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                final class Timer {
                    static long ticks(long microseconds) {
                        return microseconds * 1_193_182 / 1000 / 1000; // here
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (LiteralValueContext literal : check.all(LiteralValueContext.class)) {
            Long value = literal.literal().INTEGER() == null ? null : Numbers.valueOf((ExpressionContext) literal.getParent());
            if (value != null && !isPlain(value) && !isElsewhere(check, literal)) {
                report(check, literal, "number " + literal.getText() + " without a name");
            }
        }
    }

    private static boolean isPlain(long value) {
        return value >= -1 && value <= 4 || Numbers.isWidth(value) || Numbers.isPowerOfTen(value);
    }

    /** A number beside its name, or where other rules look: masks, shift counts and offsets. */
    private static boolean isElsewhere(Check check, LiteralValueContext literal) {
        ParserRuleContext parent = literal.getParent().getParent();
        while (parent instanceof PrefixContext || parent instanceof ParenthesizedContext || parent instanceof PrimaryExpressionContext) {
            parent = parent.getParent();
        }
        boolean isOperand = parent instanceof BitAndContext || parent instanceof BitOrContext || parent instanceof BitXorContext || parent instanceof ShiftContext;
        boolean isCompound = parent instanceof AssignContext assign && assign.assignment().getText().matches("[&|^]=");
        return isOperand || isCompound || isRow(parent) || isOffset(check, parent);
    }

    /** {@code case 5 -> unmask(call)}, {@code case GS -> 5} or {@code row(5, "unmask", …)}. */
    private static boolean isRow(ParserRuleContext parent) {
        boolean isCase = parent instanceof CaseValueContext || parent instanceof SwitchRuleContext;
        boolean isBesideText = parent instanceof ExpressionsContext list && list.expression().stream()
                .anyMatch(other -> Nodes.primary(other) instanceof LiteralValueContext value && value.literal().STRING() != null);
        return isCase || isBesideText;
    }

    private static boolean isOffset(Check check, ParserRuleContext parent) {
        return parent instanceof ExpressionsContext && parent.getParent().getParent() instanceof CallContext call
                && check.model().typeOf(call.expression()).isWord();
    }
}
