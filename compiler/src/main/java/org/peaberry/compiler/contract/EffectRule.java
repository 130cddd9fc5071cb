/** A contract of a method and all that it reaches: some effects are forbidden. */
package org.peaberry.compiler.contract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.objectweb.asm.tree.AnnotationNode;
import org.peaberry.compiler.contract.MethodFacts.Effect;
import org.peaberry.compiler.world.Annotations;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.runtime.annotation.NoAllocation;
import org.peaberry.runtime.annotation.NoFloatingPoint;
import org.peaberry.runtime.annotation.Uninterruptible;

final class EffectRule {
    private static final String PREALLOCATE = "take the object from a Pool<…> that is filled before, or return an error code";

    private final Class<?> contract;
    private final boolean failuresAreExempt;
    private final Map<Effect.Kind, String> forbidden = new EnumMap<>(Effect.Kind.class);

    private EffectRule(Class<?> contract, boolean failuresAreExempt) {
        this.contract = contract;
        this.failuresAreExempt = failuresAreExempt;
    }

    /** What is made only to be thrown is exempt: the sealed heap keeps a reserve for it. */
    static EffectRule noAllocation() {
        EffectRule rule = new EffectRule(NoAllocation.class, true);
        rule.forbidden.put(Effect.Kind.ALLOCATION, PREALLOCATE);
        return rule;
    }

    static EffectRule uninterruptible() {
        EffectRule rule = new EffectRule(Uninterruptible.class, false);
        rule.forbidden.put(Effect.Kind.ALLOCATION, PREALLOCATE);
        rule.forbidden.put(Effect.Kind.THROW, "return an error code, or panic");
        rule.forbidden.put(Effect.Kind.INTERRUPTS_ENABLED, "leave the interrupt flag to the caller");
        return rule;
    }

    static EffectRule noFloatingPoint() {
        EffectRule rule = new EffectRule(NoFloatingPoint.class, false);
        rule.forbidden.put(Effect.Kind.FLOATING_POINT, "compute with long: a fraction as numerator and shift, as hundredths, or as a table made when the image is built");
        return rule;
    }

    List<String> check(CallGraph graph) {
        List<String> violations = new ArrayList<>();
        for (MethodInfo method : graph.methods()) {
            if (method.hasAnnotation(contract)) {
                new Walk(graph, method, violations).run();
            }
        }
        return violations;
    }

    /** Everything that one method with the contract reaches, up to other methods that have it themselves. */
    private final class Walk {
        private final CallGraph graph;
        private final MethodInfo root;
        private final List<String> violations;
        private final Map<MethodInfo, String> paths = new HashMap<>();
        private final Deque<MethodInfo> work = new ArrayDeque<>();

        private Walk(CallGraph graph, MethodInfo root, List<String> violations) {
            this.graph = graph;
            this.root = root;
            this.violations = violations;
        }

        private void run() {
            paths.put(root, "");
            work.add(root);
            while (!work.isEmpty()) {
                MethodInfo method = work.poll();
                MethodFacts facts = graph.facts(method);
                if (facts != null) {
                    facts.effects().forEach(effect -> check(method, effect));
                    facts.calls().forEach(call -> follow(method, call));
                }
            }
        }

        private void check(MethodInfo method, Effect effect) {
            String instead = forbidden.get(effect.kind());
            if (instead == null || failuresAreExempt && effect.fails()) {
                return;
            }
            AnnotationNode annotation = root.annotation(contract);
            String rule = effect.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + " in a @" + contract.getSimpleName() + " method";
            String reason = Annotations.element(annotation, "reason") + " (contract of " + Violation.shortName(root) + ")";
            violations.add(Violation.describe(effect.position(), rule, effect.text(), paths.get(method) + Violation.shortName(method), reason, instead));
        }

        private void follow(MethodInfo caller, MethodFacts.Call call) {
            boolean isKnown = call.isFloatingPoint() && forbidden.containsKey(Effect.Kind.FLOATING_POINT);
            boolean isExempt = failuresAreExempt && call.fails() || isKnown || call.target().hasAnnotation(contract);
            if (!isExempt && paths.putIfAbsent(call.target(), paths.get(caller) + Violation.at(call.position()) + " → ") == null) {
                work.add(call.target());
            }
        }
    }
}
