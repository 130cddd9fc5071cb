/** Nothing is allocated where nothing may be. */
package org.peaberry.verifier.rules.contract;

import org.peaberry.verifier.model.Type;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.syntax.DialectParser.ArrayInitializerContext;
import org.peaberry.verifier.syntax.DialectParser.ArrayOfSizeContext;
import org.peaberry.verifier.syntax.DialectParser.ArrayOfValuesContext;
import org.peaberry.verifier.syntax.DialectParser.CallContext;
import org.peaberry.verifier.syntax.DialectParser.InitializerContext;
import org.peaberry.verifier.syntax.DialectParser.ObjectCreationContext;

public final class Allocation extends InNoAllocationCode {
    public Allocation() {
        super("allocation", "No new in code that must not allocate, except on the way to throw.",
                "the heap is sealed when guests run: what a handler takes from it is never given back",
                "a field that was filled at boot, a typed Pool, or an error code");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.annotation.NoAllocation;

                final class Handler {
                    private final int[] scratch = new int[4];

                    @NoAllocation(reason = "runs at every exit of the guest")
                    int handle(int code) {
                        if (code < 0) {
                            throw new IllegalArgumentException("no such exit");
                        }
                        scratch[0] = code;
                        return scratch[0];
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.annotation.NoAllocation;

                final class Handler {
                    @NoAllocation(reason = "runs at every exit of the guest")
                    int handle(int code) {
                        return sum(code);
                    }

                    private int sum(int code) {
                        int[] scratch = new int[4]; // here
                        scratch[0] = code;
                        return scratch[0];
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (ObjectCreationContext creation : check.all(ObjectCreationContext.class)) {
            Type type = check.model().resolver().resolve(creation.classType(), check.model().typeAround(creation));
            if (!type.isWord()) {
                report(check, creation, "new " + creation.classType().getText());
            }
        }
        check.all(ArrayOfSizeContext.class).forEach(array -> report(check, array, "a new array"));
        check.all(ArrayOfValuesContext.class).forEach(array -> report(check, array, "a new array"));
        check.all(ArrayInitializerContext.class).stream().filter(values -> values.getParent() instanceof InitializerContext)
                .forEach(array -> report(check, array, "a new array"));
        for (CallContext call : check.all(CallContext.class)) {
            boolean isValues = call.identifier().getText().equals("values") && check.model().typeOf(call.expression()).isEnum();
            if (isValues || call.identifier().getText().equals("clone") && check.model().typeOf(call.expression()).isArray()) {
                report(check, call, call.getText() + ", which makes a copy,");
            }
        }
    }
}
