/** Bits have names. */
package org.peaberry.verifier.rules.hardware;

import java.util.List;

import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.syntax.DialectParser.AssignContext;
import org.peaberry.verifier.syntax.DialectParser.BitAndContext;
import org.peaberry.verifier.syntax.DialectParser.BitOrContext;
import org.peaberry.verifier.syntax.DialectParser.BitXorContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.ShiftContext;

public final class BareMask extends InHardwareCode {
    public BareMask() {
        super("bare-mask", "No literal masks or shift counts, but 0, 1 and the widths 0xFF, 0xFFFF and 0xFFFF_FFFFL.",
                "a reader of value & 0x40 must find the manual to know what is tested; a name cites it once",
                "a static final constant with the manual's name");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                final class Status {
                    /** Data ready; 16550 line status register. */
                    private static final int READY = 1 << 0;
                    private static final int ERROR_SHIFT = 4;

                    static boolean isReady(int status) {
                        return (status & READY) != 0;
                    }

                    static int errors(int status) {
                        return status >> ERROR_SHIFT & 0xFF;
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                final class Status {
                    static boolean isReady(int status) {
                        return (status & 0x20) != 0; // here
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        check.all(BitAndContext.class).forEach(operation -> checkMask(check, operation.expression(), "mask"));
        check.all(BitOrContext.class).forEach(operation -> checkMask(check, operation.expression(), "bits"));
        check.all(BitXorContext.class).forEach(operation -> checkMask(check, operation.expression(), "bits"));
        for (ShiftContext shift : check.all(ShiftContext.class)) {
            Long count = Numbers.valueOf(shift.expression(1));
            if (count != null && count > 1) {
                report(check, shift.expression(1), "shift count " + shift.expression(1).getText() + " without a name");
            }
        }
        for (AssignContext assign : check.all(AssignContext.class)) {
            if (assign.assignment().getText().matches("[&|^]=")) {
                checkMask(check, List.of(assign.expression(1)), "bits");
            }
        }
    }

    private static void checkMask(Check check, List<ExpressionContext> sides, String what) {
        for (ExpressionContext side : sides) {
            Long mask = Numbers.valueOf(side);
            if (mask != null && mask != 0 && mask != 1 && mask != -1 && !Numbers.isWidth(mask)) {
                report(check, side, what + " " + side.getText() + " without a name");
            }
        }
    }
}
