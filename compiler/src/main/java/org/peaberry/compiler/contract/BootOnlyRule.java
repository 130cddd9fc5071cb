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
            if (!isBootOnly(method)) {
                graph.facts(method).calls().stream().filter(call -> isBootOnly(call.target())).forEach(call -> violations.add(describe(call, graph)));
            }
        }
        return violations;
    }

    static boolean isBootOnly(MethodInfo method) {
        return contract(method) != null;
    }

    /** Why a method with the contract has it. */
    static String reason(MethodInfo method) {
        Object reason = Annotations.element(contract(method), "reason");
        return (reason == null ? DEFAULT_REASON : reason) + " (contract of " + Violation.shortName(method) + ")";
    }

    /** Of the method itself or of its class. */
    private static AnnotationNode contract(MethodInfo method) {
        AnnotationNode own = method.annotation(BootOnly.class);
        return own != null ? own : Annotations.find(method.owner().node().visibleAnnotations, BootOnly.class);
    }

    private static String describe(MethodFacts.Call call, CallGraph graph) {
        String chain = graph.chain(call.position().method());
        return Violation.describe(call.position(), "call of a @BootOnly method from code that may run later", Violation.shortName(call.target()) + "(…)",
                chain + " (" + Violation.place(call.position()) + ")", reason(call.target()),
                "mark the caller @BootOnly when it only runs at boot, or do the work at boot and keep its result");
    }
}
