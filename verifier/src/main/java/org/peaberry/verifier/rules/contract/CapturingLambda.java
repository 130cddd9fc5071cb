/** No hidden object for a function is made. */
package org.peaberry.verifier.rules.contract;

import org.peaberry.verifier.model.Method;
import org.peaberry.verifier.model.Variable;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.syntax.DialectParser.BoundReferenceContext;
import org.peaberry.verifier.syntax.DialectParser.LambdaContext;
import org.peaberry.verifier.syntax.DialectParser.LocalCallContext;
import org.peaberry.verifier.syntax.DialectParser.MethodReferenceContext;
import org.peaberry.verifier.syntax.DialectParser.NameContext;
import org.peaberry.verifier.syntax.DialectParser.ThisContext;
import org.peaberry.verifier.tree.Nodes;

public final class CapturingLambda extends InNoAllocationCode {
    public CapturingLambda() {
        super("capturing-lambda", "No lambda or method reference that captures in code that must not allocate.",
                "each evaluation makes an object for what it captures; without captures it is one constant",
                "a lambda without captures in a static final field, or an object that was made at boot");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.annotation.NoAllocation;

                final class Visits {
                    interface Visitor {
                        int visit(int value);
                    }

                    @NoAllocation(reason = "runs at every exit of the guest")
                    static int next(int value) {
                        return visit(at -> at + 1, value);
                    }

                    private static int visit(Visitor visitor, int value) {
                        return visitor.visit(value);
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.annotation.NoAllocation;

                final class Visits {
                    interface Visitor {
                        int visit(int value);
                    }

                    @NoAllocation(reason = "runs at every exit of the guest")
                    static int next(int value, int step) {
                        return visit(at -> at + step, value); // here
                    }

                    private static int visit(Visitor visitor, int value) {
                        return visitor.visit(value);
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (LambdaContext lambda : check.all(LambdaContext.class)) {
            String captured = captured(check, lambda);
            if (captured != null) {
                report(check, lambda, "a lambda that captures " + captured);
            }
        }
        for (BoundReferenceContext reference : check.all(BoundReferenceContext.class)) {
            if (!check.model().typing().isTypeName(reference.expression())) {
                report(check, reference, "a method reference that captures " + reference.expression().getText());
            }
        }
        for (MethodReferenceContext reference : check.all(MethodReferenceContext.class)) {
            String target = reference.getChild(0).getText();
            boolean isValue = reference.expression() != null || target.equals("this") || target.equals("super")
                    || check.model().scopes().find(target, reference) != null;
            if (isValue) {
                report(check, reference, "a method reference that captures " + target);
            }
        }
    }

    /** The first name that the lambda takes from around it; null when there is none. */
    private static String captured(Check check, LambdaContext lambda) {
        for (ThisContext self : Nodes.within(lambda, ThisContext.class)) {
            return self.getText();
        }
        for (NameContext name : Nodes.within(lambda, NameContext.class)) {
            Variable variable = check.model().scopes().find(name.getText(), name);
            boolean isOutside = variable != null && (variable.isField() ? !variable.isStatic() : !Nodes.isWithin(variable.node(), lambda));
            if (isOutside) {
                return name.getText();
            }
        }
        for (LocalCallContext call : Nodes.within(lambda, LocalCallContext.class)) {
            Method method = check.model().typing().calls().find(call);
            if (method != null && !method.isStatic()) {
                return "this";
            }
        }
        return null;
    }
}
