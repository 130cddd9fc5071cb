/** Who calls whom in the closed world, with what every method does. */
package org.peaberry.compiler.contract;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.compiler.world.Reachability;

final class CallGraph {
    private final Map<MethodInfo, MethodFacts> facts = new LinkedHashMap<>();
    private final ClosedWorld world;

    /** @param world every method has its graph */
    CallGraph(ClosedWorld world) {
        this.world = world;
        for (MethodInfo method : world.methods()) {
            facts.put(method, MethodFacts.of(method.graph(), world));
        }
    }

    Set<MethodInfo> methods() {
        return facts.keySet();
    }

    /** How an entry point reaches a method, as it was found first: {@code A.a (A.java:1) → B.b}. */
    String chain(MethodInfo method) {
        StringBuilder chain = new StringBuilder(Violation.shortName(method));
        Set<MethodInfo> seen = new HashSet<>();
        Reachability.Reached reached = world.reachability().reached(method);
        while (reached != null && reached.caller() != null && seen.add(reached.caller())) {
            chain.insert(0, Violation.at(new SourcePosition(reached.caller(), reached.line(), null)) + " → ");
            reached = world.reachability().reached(reached.caller());
        }
        return chain.toString();
    }

    /** Null for a method without code, such as an assembly function. */
    MethodFacts facts(MethodInfo method) {
        return facts.get(method);
    }
}
