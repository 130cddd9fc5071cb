/** There is no reflection. */
package org.peaberry.verifier.rules.language;

import java.util.Set;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.model.Type;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;
import org.peaberry.verifier.syntax.DialectParser.CallContext;
import org.peaberry.verifier.syntax.DialectParser.LocalCallContext;

public final class Reflection extends Rule {
    private static final Set<String> CLASSES = Set.of("java.lang.ClassLoader", "java.util.ServiceLoader", "java.lang.Module");
    private static final Set<String> OF_CLASS = Set.of("forName", "newInstance", "getMethod", "getMethods", "getField", "getFields", "getConstructor",
            "getConstructors", "getResource", "getResourceAsStream", "getClassLoader");

    public Reflection() {
        super("reflection", RuleGroup.LANGUAGE, "No reflection, method handles, proxies or class loading.",
                "the image holds only what the compiler can see a use of; a class found by name at run time would not be there",
                "name the class, call the method; a table of objects where a choice is made at run time");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                final class Devices {
                    private static final Device[] ALL = {new Device(1), new Device(2)};

                    static Device of(int index) {
                        return ALL[index];
                    }

                    record Device(int id) {
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                final class Devices {
                    static Class<?> of(String name) throws ClassNotFoundException {
                        return Class.forName(name); // here
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (JdkUse use : JdkUse.find(check.model())) {
            if (use.isIn("java.lang.reflect") || use.isIn("java.lang.invoke") || CLASSES.contains(use.name())) {
                check.report(use.node(), use.simpleName().isEmpty() ? "import of " + use.name() + "*" : "class " + use.simpleName());
            }
        }
        for (CallContext call : check.all(CallContext.class)) {
            checkCall(check, call, call.identifier().getText(), check.model().typeOf(call.expression()));
        }
        for (LocalCallContext call : check.all(LocalCallContext.class)) {
            checkCall(check, call, call.identifier().getText(), Type.UNKNOWN);
        }
    }

    private static void checkCall(Check check, ParserRuleContext call, String name, Type target) {
        boolean isOwn = check.model().typing().calls().find(call) != null;
        boolean isOfClass = target.name().equals("java.lang.Class") && (OF_CLASS.contains(name) || name.startsWith("getDeclared"));
        boolean isForName = call.getParent() instanceof CallContext next && next.identifier().getText().equals("getName")
                || call.getParent().getParent() instanceof CallContext outer && outer.identifier().getText().equals("getName");
        boolean isExempt = check.model().isHosted(call) || check.model().isSubstitution();
        if (!isOwn && !isExempt && (isOfClass || name.equals("getClass") && !isForName)) {
            check.report(call, name + "() of " + (isOfClass ? "Class" : "an object"));
        }
    }
}
