/** Places have names. */
package org.peaberry.verifier.rules.hardware;

import org.peaberry.verifier.model.Calls;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.syntax.DialectParser.CallContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionContext;

public final class BareOffset extends InHardwareCode {
    public BareOffset() {
        super("bare-offset", "No literal offsets from an address, but 0 and 1.",
                "an offset is part of a layout that a manual defines: written twice, it is wrong once",
                "an accessor of a @RawStructure, or a constant with the field's name");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.unboxed.PhysicalAddress;

                final class Header {
                    private static final long SIZE = 0x24;

                    static PhysicalAddress body(PhysicalAddress header) {
                        return header.plus(SIZE);
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.unboxed.PhysicalAddress;

                final class Header {
                    static PhysicalAddress body(PhysicalAddress header) {
                        return header.plus(0x24); // here
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (CallContext call : check.all(CallContext.class)) {
            boolean isAccess = check.model().typeOf(call.expression()).isWord() && call.identifier().getText().matches("plus|minus|load.*|store.*|exchange.*");
            if (isAccess && !Calls.argumentsOf(call).isEmpty()) {
                ExpressionContext offset = Calls.argumentsOf(call).get(0);
                Long value = Numbers.valueOf(offset);
                boolean isValueStored = call.identifier().getText().startsWith("store") && Calls.argumentsOf(call).size() == 1;
                if (value != null && value != 0 && value != 1 && !isValueStored) {
                    report(check, offset, "offset " + offset.getText() + " without a name");
                }
            }
        }
    }
}
