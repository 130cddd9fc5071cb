/** Text is printed piece by piece. */
package org.peaberry.verifier.rules.language;

import java.util.Set;

import org.peaberry.verifier.model.Type;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;
import org.peaberry.verifier.syntax.DialectParser.CallContext;

public final class Formatting extends Rule {
    private static final Set<String> OF_STRING = Set.of("format", "formatted");

    public Formatting() {
        super("formatting", RuleGroup.LANGUAGE, "No String.format, printf or formatted.",
                "a format is parsed at run time, boxes its arguments and needs the locales of the JDK",
                "the print methods of a console; string concatenation in boot and panic messages");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                final class Report {
                    static String of(int cpu) {
                        return "CPU " + cpu + " is up";
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                final class Report {
                    static String of(int cpu) {
                        return String.format("CPU %d is up", cpu); // here
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (CallContext call : check.all(CallContext.class)) {
            String name = call.identifier().getText();
            Type target = check.model().typeOf(call.expression());
            boolean isOfString = target.isString() && OF_STRING.contains(name);
            boolean isOfStream = name.equals("printf") && target.name().equals("java.io.PrintStream");
            if ((isOfString || isOfStream) && !check.model().isHosted(call)) {
                check.report(call.identifier(), name + "() parses a format at run time");
            }
        }
    }
}
