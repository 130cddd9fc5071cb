/** Kernel code uses little of the JDK. */
package org.peaberry.verifier.rules.language;

import java.util.List;
import java.util.Set;

import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;

public final class JdkLibrary extends Rule {
    private static final List<String> OUTSIDE = List.of("java.util", "java.io", "java.nio", "java.net", "java.text", "java.time", "java.math");

    /** Plain code without state: the boot modules' unpackers are streams. */
    private static final Set<String> ALLOWED = Set.of("java.util.Objects", "java.util.Arrays", "java.util.Locale", "java.util.Locale.ROOT",
            "java.io.InputStream", "java.io.IOException", "java.io.EOFException");
    private static final Set<String> OTHER_RULES = Set.of("java.util.Timer", "java.util.TimerTask", "java.util.ServiceLoader");

    public JdkLibrary() {
        super("jdk-library", RuleGroup.LANGUAGE, "Kernel code uses java.lang only: no collections, streams, files or text formats of the JDK.",
                "they allocate at every step, and bring large parts of the JDK into the image",
                "arrays, the intrusive lists and Pool of org.peaberry.runtime, the print methods of a console");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                final class Names {
                    private final String[] names = {"timer", "console"};

                    String of(int index) {
                        return names[index];
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                import java.util.ArrayList; // here
                import java.util.List; // here

                final class Names {
                    private final List<String> names = new ArrayList<>();
                }
                """;
    }

    @Override
    public void check(Check check) {
        if (!check.model().isKernel()) {
            return;
        }
        for (JdkUse use : JdkUse.find(check.model())) {
            boolean isImport = use.node().getParent() == check.file().unit() || use.node().getText().startsWith("java.");
            boolean isOtherRules = use.isIn("java.util.concurrent") || OTHER_RULES.contains(use.name());
            if (isImport && !isOtherRules && !ALLOWED.contains(use.name()) && OUTSIDE.stream().anyMatch(use::isIn)) {
                check.report(use.node(), use.name() + (use.name().endsWith(".") ? "*" : ""));
            }
        }
    }
}
