/** Checks the contracts that annotations state, over the whole call graph. */
package org.peaberry.compiler.contract;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.world.ClosedWorld;

public final class Contracts {
    private final List<String> violations = new ArrayList<>();
    private final BootCode bootCode;

    private Contracts(ClosedWorld world) {
        CallGraph graph = new CallGraph(world);
        bootCode = BootCode.of(world, graph);
        violations.addAll(EffectRule.noAllocation().check(graph));
        violations.addAll(EffectRule.uninterruptible().check(graph));
        violations.addAll(EffectRule.noFloatingPoint().check(graph));
        violations.addAll(BootOnlyRule.check(graph));
        violations.addAll(bootCode.violations());
    }

    /** @param world every method has its graph, with nothing inlined yet: a call that was inlined is a call all the same */
    public static Contracts check(ClosedWorld world) {
        return new Contracts(world);
    }

    /** All of them, each a complete message. */
    public List<String> violations() {
        return violations;
    }

    /** What is gone when boot is over. */
    public BootCode bootCode() {
        return bootCode;
    }
}
