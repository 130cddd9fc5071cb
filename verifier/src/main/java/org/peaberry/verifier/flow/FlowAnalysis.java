/** The problems of a file with what must be given back. */
package org.peaberry.verifier.flow;

import java.util.List;
import java.util.Set;

import org.peaberry.verifier.model.FileModel;
import org.peaberry.verifier.model.Method;
import org.peaberry.verifier.model.TypeDeclaration;

public final class FlowAnalysis {
    private static final Set<String> ANNOTATIONS = Set.of("Owned", "Releases", "Acquires", "GuardedBy", "Holds");

    private static final Set<String> OF_PARAMETERS = Set.of("Owned", "Releases", "Acquires");

    private FlowAnalysis() {
    }

    /** Found once a file. */
    @SuppressWarnings("unchecked")
    public static List<FlowProblem> of(FileModel model) {
        return (List<FlowProblem>) model.fact("flow", () -> analyze(model));
    }

    private static List<FlowProblem> analyze(FileModel model) {
        MayThrow mayThrow = (MayThrow) model.world().fact("may throw", () -> new MayThrow(model.world()));
        LockRanks ranks = (LockRanks) model.world().fact("lock ranks", () -> new LockRanks(model.world()));
        FlowReport report = new FlowReport();
        for (TypeDeclaration type : model.types()) {
            for (List<Method> methods : type.methods().values()) {
                for (Method method : methods) {
                    if (method.body() != null && !model.isHosted(method.declaration()) && concerns(method)) {
                        new MethodFlow(method, mayThrow, ranks, report).run();
                    }
                }
            }
        }
        return report.problems();
    }

    /** Whether a method has to do with resources at all; most have not. */
    private static boolean concerns(Method method) {
        boolean isMarked = method.parameters().stream().anyMatch(parameter -> parameter.hasAnnotation("Owned")) || Ownership.holds(method) != null;
        boolean hasGuarded = method.owner().fields().values().stream().anyMatch(field -> field.hasAnnotation("GuardedBy"));
        return isMarked || hasGuarded || method.owner().model().world().calls().callees(method).stream().anyMatch(FlowAnalysis::isOfResources);
    }

    private static boolean isOfResources(Method callee) {
        return ANNOTATIONS.stream().anyMatch(callee::hasAnnotation) || Ownership.givesOwned(callee)
                || callee.parameters().stream().anyMatch(parameter -> OF_PARAMETERS.stream().anyMatch(parameter::hasAnnotation));
    }
}
