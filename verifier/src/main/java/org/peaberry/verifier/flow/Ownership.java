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
        return isMarked(method, argument, "Acquires");
    }

    /** Whether the method takes something, its receiver or an argument, only when it returns true. */
    static boolean acquiresIfTrue(Method method) {
        return promises(method).stream().anyMatch(one -> isIfTrue(one.declaration())
                || one.parameters().stream().anyMatch(parameter -> isIfTrue(parameter.declaration())));
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
        return promises(method).stream().anyMatch(one -> one.hasAnnotation("Owned"));
    }

    static boolean testsAbsence(Method method) {
        return method.hasAnnotation("TestsAbsence");
    }

    /** Whether an argument is no longer the caller's. */
    static boolean takes(Method method, int argument) {
        return isMarked(method, argument, "Owned") || isMarked(method, argument, "Releases");
    }

    /** Whether the method has to give a parameter back, or pass it on: it is owned, and not trusted to be. */
    static boolean keeps(Method method, int parameter) {
        return isMarked(method, parameter, "Owned") && !method.parameters().get(parameter).hasAnnotation("Releases");
    }

    private static boolean isMarked(Method method, int parameter, String annotation) {
        return parameter < method.parameters().size()
                && promises(method).stream().anyMatch(one -> one.parameters().get(parameter).hasAnnotation(annotation));
    }

    private static List<Method> promises(Method method) {
        return method.owner().model().world().promises(method);
    }

    /** The lock that callers hold, or null. */
    static String holds(Method method) {
        AnnotationContext annotation = Annotations.find(method.declaration(), "Holds");
        return annotation == null ? null : Annotations.text(annotation, "value");
    }
}
