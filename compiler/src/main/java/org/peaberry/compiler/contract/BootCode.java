/** Which code can run when boot is over, and which is gone then. */
package org.peaberry.compiler.contract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.compiler.world.RuntimeMethod;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.annotation.EndsBoot;

/**
 * Kept is what can be reached from entry points that may be entered later, from the runtime's own methods, and from what an entry point calls once it has
 * called the @EndsBoot method. A virtual call keeps every method that it may select, so that after boot none can lead to what is gone.
 */
public final class BootCode {
    private final CallGraph graph;
    /** Kept methods, each with the call by which it is reached first; null for roots. */
    private final Map<MethodInfo, Reach> kept = new LinkedHashMap<>();
    private final Set<MethodInfo> enders = new HashSet<>();
    private final Deque<MethodInfo> work = new ArrayDeque<>();
    private final List<String> violations = new ArrayList<>();
    private final boolean ends;

    private record Reach(MethodInfo caller, MethodFacts.Call call) {
    }

    private BootCode(ClosedWorld world, CallGraph graph) {
        this.graph = graph;
        ends = graph.methods().stream().anyMatch(BootCode::endsBoot);
        if (ends) {
            addRoots(world);
            checkCallers(world.entrypoints().values());
            close();
            checkKept();
        }
    }

    static BootCode of(ClosedWorld world, CallGraph graph) {
        return new BootCode(world, graph);
    }

    /** Whether the method cannot run any more when boot is over; never, in a program without an end of boot. */
    public boolean isGone(MethodInfo method) {
        return ends && !kept.containsKey(method);
    }

    /** Entry points that call the @EndsBoot method; none in a program without an end of boot. */
    public Set<MethodInfo> enders() {
        return enders;
    }

    List<String> violations() {
        return violations;
    }

    private static boolean endsBoot(MethodInfo method) {
        return method.hasAnnotation(EndsBoot.class);
    }

    private void addRoots(ClosedWorld world) {
        for (RuntimeMethod method : RuntimeMethod.values()) {
            keep(world.runtimeMethod(method), null);
        }
        for (MethodInfo entrypoint : world.entrypoints().values()) {
            List<MethodFacts.Call> later = AfterBoot.calls(entrypoint, graph.facts(entrypoint));
            if (later.isEmpty()) {
                keep(entrypoint, null);
            } else {
                kept.put(entrypoint, new Reach(null, null));
                enders.add(entrypoint);
                later.forEach(call -> keep(call.target(), new Reach(entrypoint, call)));
            }
        }
    }

    private void keep(MethodInfo method, Reach how) {
        if (kept.putIfAbsent(method, how == null ? new Reach(null, null) : how) == null) {
            work.add(method);
        }
    }

    private void close() {
        while (!work.isEmpty()) {
            MethodInfo method = work.poll();
            MethodFacts facts = graph.facts(method);
            if (facts != null) {
                facts.calls().forEach(call -> keep(call.target(), new Reach(method, call)));
            }
        }
    }

    /** While boot ends, a frame of any other caller would be on the stack and could be gone. */
    private void checkCallers(Collection<MethodInfo> entrypoints) {
        for (MethodInfo method : graph.methods()) {
            for (MethodFacts.Call call : graph.facts(method).calls()) {
                if (endsBoot(call.target()) && !(entrypoints.contains(method) && BootOnlyRule.isBootOnly(method))) {
                    violations.add(Violation.describe(call.position(), "boot is ended by a method that is no @BootOnly entry point",
                            Violation.shortName(call.target()) + "(…)", Violation.at(call.position()),
                            "the callers of this method, which are on the stack, could be gone by then (contract of " + Violation.shortName(call.target()) + ")",
                            "call it from the @Entrypoint that boots, when everything that it called has returned"));
                }
            }
        }
    }

    /** A kept method that says it is @BootOnly; who is called by another method that is not, {@link BootOnlyRule} tells. */
    private void checkKept() {
        kept.forEach((method, how) -> {
            boolean isCalledLate = how.call() != null && enders.contains(how.caller());
            if (isCalledLate && BootOnlyRule.isBootOnly(method)) {
                violations.add(Violation.describe(how.call().position(), "call of a @BootOnly method after the end of boot", Violation.shortName(method) + "(…)",
                        chain(method), BootOnlyRule.reason(method), "call it before the @EndsBoot method, or do not mark it @" + BootOnly.class.getSimpleName()));
            }
        });
    }

    /** The calls by which a kept method is reached: {@code A.a (A.java:1) → B.b}. */
    String chain(MethodInfo method) {
        Deque<String> steps = new ArrayDeque<>(List.of(Violation.shortName(method)));
        for (Reach reach = kept.get(method); reach != null && reach.call() != null; reach = kept.get(reach.caller())) {
            steps.push(Violation.at(reach.call().position()));
        }
        return String.join(" → ", steps);
    }
}
