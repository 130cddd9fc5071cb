/** Who calls whom in the closed world, with what every method does. */
package org.peaberry.compiler.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.compiler.world.MethodInfo;

final class CallGraph {
    private final Map<MethodInfo, MethodFacts> facts = new LinkedHashMap<>();

    /** @param world every method has its graph */
    CallGraph(ClosedWorld world) {
        for (MethodInfo method : world.methods()) {
            facts.put(method, MethodFacts.of(method.graph(), world));
        }
    }

    Set<MethodInfo> methods() {
        return facts.keySet();
    }

    /** Null for a method without code, such as an assembly function. */
    MethodFacts facts(MethodInfo method) {
        return facts.get(method);
    }
}
