/** A native method says what it is bound to. */
package org.peaberry.verifier.rules.language;

import java.util.List;

import org.peaberry.verifier.model.Annotations;
import org.peaberry.verifier.model.Modifiers;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;
import org.peaberry.verifier.syntax.DialectParser.MethodContext;

public final class NativeMethod extends Rule {
    private static final List<String> BINDINGS = List.of("ExternalFunction", "HiddenField", "HiddenMethod", "Entrypoint", "Intrinsic", "Substitute");

    public NativeMethod() {
        super("native-method", RuleGroup.LANGUAGE, "A native method is bound by @ExternalFunction, @HiddenField, @HiddenMethod or @Entrypoint.",
                "there is no JNI: without a binding the compiler has no code for it",
                "@ExternalFunction with the symbol that an assembler file defines, or a method with a body");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.annotation.ExternalFunction;

                final class Entry {
                    @ExternalFunction("svm_enter")
                    static native void enter(long controlBlock);
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                final class Entry {
                    static native void enter(long controlBlock); // here
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (MethodContext method : check.all(MethodContext.class)) {
            boolean isBound = BINDINGS.stream().anyMatch(binding -> Annotations.has(method, binding));
            if (Modifiers.has(method, "native") && !isBound) {
                check.report(method.identifier(), "native method '" + method.identifier().getText() + "' is bound to nothing");
            }
        }
    }
}
