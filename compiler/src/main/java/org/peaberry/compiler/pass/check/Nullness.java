/** Which parameters, results and fields are never null, over the whole closed world. */
package org.peaberry.compiler.pass.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.peaberry.compiler.heap.HeapScan;
import org.peaberry.compiler.ir.Instruction;
import org.peaberry.compiler.ir.Invocation;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.compiler.world.MethodInfo;

/**
 * All of them are taken to be never null until something is found that makes one null: a value that flows there, a constructor that does
 * not set a field before others can see the object, an image object that holds null. Asked only while code is made better, so
 * what flows is collected from the graphs as the front end made them.
 */
public final class Nullness {
    /** Nothing is known: for programs that are not closed worlds. */
    public static final Nullness UNKNOWN = new Nullness(null, Set.of());

    private final ClosedWorld world;
    private final Set<Object> nullable;

    private Nullness(ClosedWorld world, Set<Object> nullable) {
        this.world = world;
        this.nullable = nullable;
    }

    /** Looks at every method's graph. */
    public static Nullness of(ClosedWorld world) {
        NullFlowGraph flows = new NullFlowGraph();
        NullSources sources = new NullSources(world, flows);
        sources.addRoots();
        sources.addImage();
        for (MethodInfo method : world.methods()) {
            new NullFlows(world, flows, method).collect();
        }
        Construction construction = new Construction();
        for (ClassInfo type : classesOf(world.methods())) {
            construction.nullableFields(type).forEach(flows::markNullable);
        }
        return new Nullness(world, flows.nullable());
    }

    private static Collection<ClassInfo> classesOf(List<MethodInfo> methods) {
        return methods.stream().map(MethodInfo::owner).distinct().toList();
    }

    /** Whether the value, as far as the instruction that gives it tells, is never null. */
    public boolean isNeverNull(Instruction value) {
        if (world == null) {
            return false;
        }
        return switch (value.opcode()) {
            case PARAMETER -> value.position() != null && value.position().method() != null
                    && isNeverNull(new Parameter(value.position().method(), value.attribute(Integer.class)));
            case GET_FIELD, GET_STATIC -> isNeverNull(value.attribute(FieldInfo.class));
            case CALL -> resultIsNeverNull(value.attribute(Invocation.class));
            default -> false;
        };
    }

    /** @param place a {@link Parameter}, a {@link Result} or a {@link FieldInfo} */
    boolean isNeverNull(Object place) {
        return !nullable.contains(place);
    }

    private boolean resultIsNeverNull(Invocation call) {
        List<MethodInfo> targets = targets(world, call);
        return !targets.isEmpty() && targets.stream().allMatch(t -> t.graph() != null && isNeverNull(new Result(t)));
    }

    /** Methods that a call may reach. */
    static List<MethodInfo> targets(ClosedWorld world, Invocation call) {
        return call.kind() == Invocation.Kind.DIRECT ? List.of(call.method()) : world.possibleTargets(call.method());
    }

    /** Objects that came into the image after the analysis must keep to its results.
     * @throws IllegalStateException when one does not: an error of the compiler */
    public void checkImage(HeapScan heap) {
        for (Object object : new ArrayList<>(heap.objects())) {
            for (FieldInfo field : NullSources.referenceFields(heap.typeOfObject(object))) {
                if (world.isRead(field) && isNeverNull(field) && NullSources.isNull(heap, field, object)) {
                    throw new IllegalStateException("the analysis took " + field + " to be never null, but an object of the image has null there");
                }
            }
        }
    }

    /** A method's parameter; 0 is an instance method's receiver. */
    record Parameter(MethodInfo method, int index) {
    }

    /** What a method returns. */
    record Result(MethodInfo method) {
    }

    static boolean isReference(FieldInfo field) {
        return field.memoryKind() == MemoryKind.REFERENCE;
    }
}
