/** Offsets of instance fields. */
package org.peaberry.compiler.world;

import java.util.HashMap;
import java.util.Map;

import org.peaberry.runtime.object.ObjectLayout;

/** A superclass's fields first; then each class's own in the order of declaration, every field aligned to its size. */
final class FieldLayout {
    private final Map<FieldInfo, Integer> offsets = new HashMap<>();
    private final Map<ClassInfo, Integer> ends = new HashMap<>();

    synchronized int offset(FieldInfo field) {
        layOut(field.owner());
        return offsets.get(field);
    }

    /** Bytes an instance occupies. */
    synchronized int size(ClassInfo type) {
        return (int) ObjectLayout.align(layOut(type));
    }

    /** Where the next subclass's fields may start. */
    private int layOut(ClassInfo type) {
        Integer known = ends.get(type);
        if (known != null) {
            return known;
        }
        int end = type.superclass() == null ? ObjectLayout.FIRST_FIELD_OFFSET : layOut(type.superclass());
        for (FieldInfo field : type.fields()) {
            if (!field.isStatic()) {
                int bytes = field.memoryKind().bytes();
                end = end + bytes - 1 & -bytes;
                offsets.put(field, end);
                end += bytes;
            }
        }
        ends.put(type, end);
        return end;
    }
}
