/** Reads annotations from class files. */
package org.peaberry.compiler.world;

import java.util.List;

import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;

public final class Annotations {
    private Annotations() {
    }

    /** The annotation of that type in a list that may be null, or null. */
    public static AnnotationNode find(List<AnnotationNode> annotations, Class<?> type) {
        if (annotations == null) {
            return null;
        }
        String descriptor = Type.getDescriptor(type);
        for (AnnotationNode annotation : annotations) {
            if (annotation.desc.equals(descriptor)) {
                return annotation;
            }
        }
        return null;
    }

    /** The element of that name as ASM gives it (enum constants as String[2], classes as Type), or null when it is not written. */
    public static Object element(AnnotationNode annotation, String name) {
        if (annotation == null || annotation.values == null) {
            return null;
        }
        for (int i = 0; i < annotation.values.size(); i += 2) {
            if (annotation.values.get(i).equals(name)) {
                return annotation.values.get(i + 1);
            }
        }
        return null;
    }
}
