/** A @BootOnly method is called by @BootOnly methods only. */
package org.peaberry.compiler.contract;

import java.util.ArrayList;
import java.util.List;

import org.objectweb.asm.tree.AnnotationNode;
import org.peaberry.compiler.world.Annotations;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.runtime.annotation.BootOnly;

final class BootOnlyRule {
    private static final String DEFAULT_REASON = "runs before the boot heap is sealed";

    private BootOnlyRule() {
    }

    static List<String> check(CallGraph graph) {
        List<String> violations = new ArrayList<>();
        for (MethodInfo method : graph.methods()) {
            if (contract(method) == null) {
                graph.facts(method).calls().stream().filter(call -> contract(call.target()) != null).forEach(call -> violations.add(describe(call)));
            }
        }
        return violations;
    }

    /** Of the method itself or of its class. */
    private static AnnotationNode contract(MethodInfo method) {
        AnnotationNode own = method.annotation(BootOnly.class);
        return own != null ? own : Annotations.find(method.owner().node().visibleAnnotations, BootOnly.class);
    }

    private static String describe(MethodFacts.Call call) {
        Object reason = Annotations.element(contract(call.target()), "reason");
        String target = Violation.shortName(call.target());
        return Violation.describe(call.position(), "call of a @BootOnly method from code that may run later", target + "(…)", Violation.at(call.position()),
                (reason == null ? DEFAULT_REASON : reason) + " (contract of " + target + ")", "mark the caller @BootOnly when it only runs at boot, or do the work at boot and keep its result");
    }
}
