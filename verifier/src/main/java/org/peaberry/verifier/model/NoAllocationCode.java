/** The methods that must not allocate: those that say so, and what they call. */
package org.peaberry.verifier.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public final class NoAllocationCode {
    private static final List<String> CONTRACTS = List.of("NoAllocation", "Uninterruptible");

    private final Map<Method, Method> callers = new HashMap<>();

    NoAllocationCode(World world, CallGraph graph) {
        Deque<Method> work = new ArrayDeque<>();
        for (FileModel file : world.files()) {
            for (TypeDeclaration type : file.types()) {
                type.methods().values().stream().flatMap(List::stream).filter(NoAllocationCode::hasContract)
                        .forEach(method -> begin(world, method, work));
            }
        }
        while (!work.isEmpty()) {
            Method method = work.remove();
            for (Method callee : graph.callees(method)) {
                world.targets(callee).forEach(target -> enter(target, method, work));
            }
        }
    }

    /** What overrides a method keeps its promise too. */
    private void begin(World world, Method contract, Deque<Method> work) {
        world.targets(contract).forEach(target -> enter(target, target, work));
    }

    private static boolean hasContract(Method method) {
        return CONTRACTS.stream().anyMatch(method::hasAnnotation);
    }

    private void enter(Method method, Method caller, Deque<Method> work) {
        boolean isExempt = method.hasAnnotation("BootOnly") || method.owner().isWord() && method.isConstructor()
                || method.owner().model().isHosted(method.declaration());
        if (!isExempt && callers.putIfAbsent(method, caller) == null) {
            work.add(method);
        }
    }

    /** Whether a method must not allocate. */
    public boolean contains(Method method) {
        return callers.containsKey(method);
    }

    /** The contract's method and the calls from there, for a message. */
    public String chain(Method method) {
        StringBuilder chain = new StringBuilder(method.label());
        for (Method at = method; callers.get(at) != at;) {
            at = callers.get(at);
            chain.insert(0, at.label() + " → ");
        }
        return chain.toString();
    }
}
