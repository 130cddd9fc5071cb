/** What the annotations of methods and variables say about giving back. */
package org.peaberry.verifier.flow;

import java.util.List;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.model.Annotations;
import org.peaberry.verifier.model.Method;
import org.peaberry.verifier.syntax.DialectParser.AnnotationContext;

final class Ownership {
    private Ownership() {
    }

    static boolean acquires(Method method) {
        return method.hasAnnotation("Acquires");
    }

    /** Whether an argument is the caller's to give back after the call. */
    static boolean acquires(Method method, int argument) {
        return argument < method.parameters().size() && method.parameters().get(argument).hasAnnotation("Acquires");
    }

    /** Whether the method takes something, its receiver or an argument, only when it returns true. */
    static boolean acquiresIfTrue(Method method) {
        return isIfTrue(method.declaration()) || method.parameters().stream().anyMatch(parameter -> isIfTrue(parameter.declaration()));
    }

    private static boolean isIfTrue(ParserRuleContext declaration) {
        AnnotationContext annotation = Annotations.find(declaration, "Acquires");
        return annotation != null && Annotations.value(annotation, "ifTrue") != null && Annotations.value(annotation, "ifTrue").getText().equals("true");
    }

    static boolean releases(Method method) {
        return method.hasAnnotation("Releases");
    }

    /** Whether the result is the caller's to give back. */
    static boolean givesOwned(Method method) {
        return inherited(method, "Owned");
    }

    static boolean testsAbsence(Method method) {
        return method.hasAnnotation("TestsAbsence");
    }

    /** Whether an argument is no longer the caller's. */
    static boolean takes(Method method, int argument) {
        return argument < method.parameters().size()
                && (method.parameters().get(argument).hasAnnotation("Owned") || method.parameters().get(argument).hasAnnotation("Releases"));
    }

    /** The lock that callers hold, or null. */
    static String holds(Method method) {
        AnnotationContext annotation = Annotations.find(method.declaration(), "Holds");
        return annotation == null ? null : Annotations.text(annotation, "value");
    }

    private static boolean inherited(Method method, String annotation) {
        if (method.hasAnnotation(annotation)) {
            return true;
        }
        return method.owner().withSupertypes().stream().flatMap(type -> type.methods().getOrDefault(method.name(), List.of()).stream())
                .anyMatch(other -> other.parameters().size() == method.parameters().size() && other.hasAnnotation(annotation));
    }
}
