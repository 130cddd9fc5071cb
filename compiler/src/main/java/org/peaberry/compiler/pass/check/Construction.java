/** Finds the fields of a class that may be seen before its constructors have set them. */
package org.peaberry.compiler.pass.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.compiler.world.MethodInfo;

final class Construction {
    private static final String OBJECT = "java/lang/Object";

    private final Map<MethodInfo, Boolean> quiet = new HashMap<>();

    /** Reference fields that the class declares and that some constructor does not set in time. */
    List<FieldInfo> nullableFields(ClassInfo type) {
        List<FieldInfo> fields = type.fields().stream().filter(f -> !f.isStatic() && Nullness.isReference(f)).toList();
        List<FieldInfo> nullable = new ArrayList<>();
        for (MethodInfo constructor : type.methods()) {
            if (!fields.isEmpty() && constructor.isConstructor() && constructor.graph() != null) {
                ObjectInConstructor object = objectIn(constructor);
                fields.stream().filter(f -> !object.isSetInTime(f)).forEach(nullable::add);
            }
        }
        return nullable;
    }

    private ObjectInConstructor objectIn(MethodInfo constructor) {
        return new ObjectInConstructor(constructor, this::isQuiet);
    }

    /** Whether nobody else sees the object while a constructor runs. */
    private boolean isQuiet(MethodInfo constructor) {
        if (constructor.owner().name().equals(OBJECT)) {
            return true;
        }
        Graph graph = constructor.graph();
        Boolean known = quiet.get(constructor);
        if (known == null) {
            known = graph != null && objectIn(constructor).isUnseen();
            quiet.put(constructor, known);
        }
        return known;
    }
}
