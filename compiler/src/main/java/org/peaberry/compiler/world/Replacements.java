/** Host objects in whose place another one is in the image: what a substituted static field holds, such as System.out. */
package org.peaberry.compiler.world;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.peaberry.compiler.heap.HostProgram;
import org.peaberry.compiler.ir.MemoryKind;

/** A program that keeps System.out in a field of its own gets the runtime's stream there too. */
final class Replacements implements UnaryOperator<Object> {
    private final Types types;
    private final HostProgram host;
    private final Map<Object, Object> replacements = new IdentityHashMap<>();
    private boolean complete;

    Replacements(Types types, HostProgram host) {
        this.types = types;
        this.host = host;
    }

    @Override
    public Object apply(Object object) {
        if (!complete) {
            complete = true;
            types.substitutions().allFields().forEach(this::add);
        }
        return replacements.getOrDefault(object, object);
    }

    private void add(FieldInfo original, FieldInfo substitute) {
        if (original.memoryKind() == MemoryKind.REFERENCE) {
            replacements.put(host.staticValue(original), host.staticValue(substitute));
        }
    }
}
