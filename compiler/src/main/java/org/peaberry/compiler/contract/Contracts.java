/** Checks the contracts that annotations state, over the whole call graph. */
package org.peaberry.compiler.contract;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.world.ClosedWorld;

public final class Contracts {
    private Contracts() {
    }

    /**
     * @param world every method has its graph, with nothing inlined yet: a call that was inlined is a call all the same
     * @return all violations, each a complete message
     */
    public static List<String> check(ClosedWorld world) {
        CallGraph graph = new CallGraph(world);
        List<String> violations = new ArrayList<>(EffectRule.noAllocation().check(graph));
        violations.addAll(EffectRule.uninterruptible().check(graph));
        violations.addAll(EffectRule.noFloatingPoint().check(graph));
        violations.addAll(BootOnlyRule.check(graph));
        return violations;
    }
}
