/** What the classes of which there are instances tell of calls and casts. */
package org.peaberry.compiler.world;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Asked by several threads at once, once the world is closed. */
final class CallTargets {
    private static final Set<String> ARRAY_TYPES = Set.of("java/lang/Object", "java/lang/Cloneable", "java/io/Serializable");

    private final Set<ClassInfo> instantiated;
    private final Map<MethodInfo, List<MethodInfo>> targets = new ConcurrentHashMap<>();
    private final Map<List<ClassInfo>, Boolean> everyInstance = new ConcurrentHashMap<>();

    CallTargets(Set<ClassInfo> instantiated) {
        this.instantiated = instantiated;
    }

    /** The methods that a virtual or interface call can reach, before substitution. */
    List<MethodInfo> of(MethodInfo resolved) {
        return targets.computeIfAbsent(resolved, this::find);
    }

    private List<MethodInfo> find(MethodInfo resolved) {
        return instantiated.stream().filter(c -> c.isSubtypeOf(resolved.owner())).map(c -> Types.select(c, resolved)).distinct().toList();
    }

    boolean isLeaf(ClassInfo type) {
        return instantiated.stream().noneMatch(c -> c != type && c.isSubtypeOf(type));
    }

    /** Arrays are instances of Object and of the interfaces that all arrays implement, whatever classes there are. */
    boolean isEveryInstance(ClassInfo declared, ClassInfo type) {
        if (declared.isArray() || declared.isPrimitive() || ARRAY_TYPES.contains(declared.name())) {
            return false;
        }
        return everyInstance.computeIfAbsent(List.of(declared, type),
                pair -> instantiated.stream().filter(c -> c.isSubtypeOf(declared)).allMatch(c -> c.isSubtypeOf(type)));
    }
}
