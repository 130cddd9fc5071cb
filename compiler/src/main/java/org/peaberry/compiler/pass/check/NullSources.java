/** Null from outside of compiled code: arguments of entry points, fields of image objects, objects that no constructor makes. */
package org.peaberry.compiler.pass.check;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.heap.HeapScan;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.compiler.world.MethodInfo;
import org.peaberry.compiler.world.RuntimeMethod;

final class NullSources {
    /** Written by the compiler itself, not copied from the host. */
    static final List<String> MADE_BY_COMPILER = List.of("org/peaberry/runtime/object/TypeInformation", "java/lang/Class");

    private final ClosedWorld world;
    private final NullFlowGraph flows;

    NullSources(ClosedWorld world, NullFlowGraph flows) {
        this.world = world;
        this.flows = flows;
    }

    void addRoots() {
        world.entrypoints().values().forEach(this::addParameters);
        for (RuntimeMethod method : RuntimeMethod.usedIn(world)) {
            addParameters(world.runtimeMethod(method));
        }
    }

    private void addParameters(MethodInfo method) {
        for (int i = 0; i < method.argumentTypes().size(); i++) {
            flows.markNullable(new Nullness.Parameter(method, i));
        }
    }

    void addImage() {
        HeapScan heap = world.heap();
        for (Object object : new ArrayList<>(heap.objects())) {
            for (FieldInfo field : referenceFields(heap.typeOfObject(object))) {
                if (world.isRead(field) && isNull(heap, field, object)) {
                    flows.markNullable(field);
                }
            }
        }
        for (FieldInfo field : world.staticFields()) {
            if (Nullness.isReference(field) && heap.imageObject(heap.staticValue(field)) == null) {
                flows.markNullable(field);
            }
        }
        MADE_BY_COMPILER.forEach(name -> referenceFields(world.classNamed(name)).forEach(flows::markNullable));
    }

    static boolean isNull(HeapScan heap, FieldInfo field, Object object) {
        return heap.imageObject(heap.host().fieldValue(field, object)) == null;
    }

    /** Instance fields of a class and of those that it extends. */
    static List<FieldInfo> referenceFields(ClassInfo type) {
        List<FieldInfo> fields = new ArrayList<>();
        for (ClassInfo each = type; each != null && !each.isArray(); each = each.superclass()) {
            each.fields().stream().filter(f -> !f.isStatic() && Nullness.isReference(f)).forEach(fields::add);
        }
        return fields;
    }
}
