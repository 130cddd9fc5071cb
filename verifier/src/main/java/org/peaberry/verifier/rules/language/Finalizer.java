/** Nothing happens when an object dies. */
package org.peaberry.verifier.rules.language;

import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;
import org.peaberry.verifier.syntax.DialectParser.MethodContext;

public final class Finalizer extends Rule {
    public Finalizer() {
        super("finalizer", RuleGroup.LANGUAGE, "No finalizers, cleaners or weak references.",
                "there is no garbage collector that could find out that an object is dead",
                "give back explicitly: Pool.release, or a method free() that its owner calls");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.allocation.Pool;
                import org.peaberry.runtime.allocation.PoolObject;

                final class Request extends PoolObject {
                    void free(Pool<Request> pool) {
                        pool.release(this);
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                final class Request {
                    @Override
                    protected void finalize() { // here
                        close();
                    }

                    void close() {
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (MethodContext method : check.all(MethodContext.class)) {
            if (method.identifier().getText().equals("finalize") && method.parameters() == null && !check.model().isHosted(method)) {
                check.report(method.identifier(), "finalize() is never called");
            }
        }
        for (JdkUse use : JdkUse.find(check.model())) {
            if (use.isIn("java.lang.ref")) {
                check.report(use.node(), use.simpleName().isEmpty() ? "java.lang.ref" : "class " + use.simpleName());
            }
        }
    }
}
