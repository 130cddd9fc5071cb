/** The resources of a method at a place. */
package org.peaberry.verifier.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

final class FlowState {
    private final Map<Resource, Status> resources;

    FlowState() {
        resources = new LinkedHashMap<>();
    }

    private FlowState(Map<Resource, Status> resources) {
        this.resources = resources;
    }

    FlowState copy() {
        return new FlowState(new LinkedHashMap<>(resources));
    }

    Status get(Resource resource) {
        return resources.get(resource);
    }

    void put(Resource resource, Status status) {
        resources.put(resource, status);
    }

    Set<Resource> resources() {
        return resources.keySet();
    }

    /** What holds after either of two paths; null is a path that does not arrive. */
    static FlowState join(FlowState one, FlowState other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        FlowState joined = one.copy();
        for (Map.Entry<Resource, Status> entry : other.resources.entrySet()) {
            Status before = joined.resources.get(entry.getKey());
            joined.put(entry.getKey(), before != null ? before.or(entry.getValue()) : withoutTaking(entry));
        }
        for (Resource resource : one.resources.keySet()) {
            if (!other.resources.containsKey(resource)) {
                joined.put(resource, withoutTaking(Map.entry(resource, one.get(resource))));
            }
        }
        return joined;
    }

    /** On the other path it was not taken. */
    private static Status withoutTaking(Map.Entry<Resource, Status> entry) {
        return new Status(entry.getValue().bits() | Status.ABSENT, entry.getValue().site());
    }

    boolean isSameAs(FlowState other) {
        return other != null && resources.equals(other.resources);
    }
}
