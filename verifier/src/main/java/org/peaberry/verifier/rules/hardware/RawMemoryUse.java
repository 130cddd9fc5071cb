/** Raw memory is touched in few places. */
package org.peaberry.verifier.rules.hardware;

import java.util.Set;

import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.syntax.DialectParser.CallContext;

public final class RawMemoryUse extends InHardwareCode {
    private static final String ADDRESS = "org.peaberry.runtime.unboxed.Address";
    private static final Set<String> RAW = Set.of("org.peaberry.runtime.memory.RawMemory", "org.peaberry.runtime.memory.Memory");

    public RawMemoryUse() {
        super("raw-memory", "Raw memory is used in the packages that RawMemoryPackages lists.",
                "code that computes addresses is where a mistake corrupts memory: it stays where reviewers look for it",
                "an object or a typed view that one of those packages gives out");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.domain;

                import org.peaberry.runtime.unboxed.Address;

                final class SharedWord {
                    static int read(Address place) {
                        return place.loadInt();
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.sched;

                import org.peaberry.runtime.unboxed.Address;

                final class SharedWord {
                    static int read(Address place) {
                        return place.loadInt(); // here
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        if (RawMemoryPackages.contains(check.file().packageName())) {
            return;
        }
        for (CallContext call : check.all(CallContext.class)) {
            String target = check.model().typeOf(call.expression()).name();
            boolean isAccess = target.equals(ADDRESS) && call.identifier().getText().matches("load.*|store.*|exchange.*|compareAnd.*|fetchAnd.*|testAnd.*");
            boolean isFence = call.identifier().getText().endsWith("ence");
            if (isAccess || RAW.contains(target) && !isFence) {
                report(check, call, call.identifier().getText() + "() touches raw memory in " + check.file().packageName());
            }
        }
    }
}
