/** The problems of a file with what must be given back. */
package org.peaberry.verifier.flow;

import java.util.List;
import java.util.Set;

import java.util.stream.IntStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.model.FileModel;
import org.peaberry.verifier.model.Method;
import org.peaberry.verifier.model.TypeDeclaration;
import org.peaberry.verifier.model.Variable;
import org.peaberry.verifier.syntax.DialectParser.CallContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionContext;
import org.peaberry.verifier.syntax.DialectParser.InitializerContext;
import org.peaberry.verifier.syntax.DialectParser.VariableContext;
import org.peaberry.verifier.tree.Nodes;

public final class FlowAnalysis {
    private static final Set<String> ANNOTATIONS = Set.of("Owned", "Releases", "Acquires", "GuardedBy", "Holds");

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
            type.fields().values().forEach(field -> checkInitializer(field, report));
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

    /** A field that begins with something that must be given back is the owner of it. */
    private static void checkInitializer(Variable field, FlowReport report) {
        boolean isPlain = field.node() instanceof VariableContext && !field.hasAnnotation("Owned");
        InitializerContext value = isPlain ? ((VariableContext) field.node()).initializer() : null;
        if (value == null || value.expression() == null || field.owner().model().isHosted(field.declaration())) {
            return;
        }
        ExpressionContext taking = Nodes.unwrapped(value.expression());
        ParserRuleContext call = taking instanceof CallContext ? taking : Nodes.primary(taking);
        Method taken = call == null ? null : field.owner().model().typing().calls().find(call);
        if (taken != null && Ownership.givesOwned(taken)) {
            report.add(FlowProblem.Kind.LEAK, taking, "what is taken here goes to '" + field.name() + "', which is not @Owned");
        }
    }

    /** Whether a method has to do with resources at all; most have not. */
    private static boolean concerns(Method method) {
        boolean isMarked = Ownership.holds(method) != null
                || IntStream.range(0, method.parameters().size()).anyMatch(parameter -> Ownership.keeps(method, parameter));
        boolean hasGuarded = method.owner().fields().values().stream().anyMatch(field -> field.hasAnnotation("GuardedBy"));
        return isMarked || hasGuarded || method.owner().model().world().calls().callees(method).stream().anyMatch(FlowAnalysis::isOfResources);
    }

    private static boolean isOfResources(Method callee) {
        return ANNOTATIONS.stream().anyMatch(callee::hasAnnotation) || Ownership.givesOwned(callee)
                || IntStream.range(0, callee.parameters().size()).anyMatch(i -> Ownership.takes(callee, i) || Ownership.acquires(callee, i));
    }
}
