/** Finds a chain of calls that comes back to where it was. */
package org.peaberry.verifier.rules.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.peaberry.verifier.model.Method;
import org.peaberry.verifier.model.World;

final class CycleSearch {
    private final World world;
    private final Set<Method> finished = new HashSet<>();
    private final List<Method> path = new ArrayList<>();

    CycleSearch(World world) {
        this.world = world;
    }

    /** The methods of a cycle that can be reached, the first one again at the end; empty when there is none. */
    List<Method> from(Method root) {
        return visit(root) ? path : List.of();
    }

    private boolean visit(Method method) {
        if (finished.contains(method) || method.owner().model().isHosted(method.declaration())) {
            return false;
        }
        int before = path.indexOf(method);
        path.add(method);
        if (before >= 0 && path.subList(before, path.size()).stream().noneMatch(one -> one.hasAnnotation("RecursionLimit"))) {
            path.subList(0, before).clear();
            return true;
        }
        if (before >= 0) {
            path.remove(path.size() - 1);
            return false;
        }
        for (Method callee : world.calls().callees(method)) {
            for (Method target : world.targets(callee)) {
                if (visit(target)) {
                    return true;
                }
            }
        }
        path.remove(path.size() - 1);
        finished.add(method);
        return false;
    }
}
