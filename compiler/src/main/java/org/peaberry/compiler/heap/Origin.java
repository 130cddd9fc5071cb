/** Why an object is in the image: what held it when it was found. */
package org.peaberry.compiler.heap;

import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.compiler.world.MethodInfo;

/**
 * @param holder the object in the image whose field or element it is; null for what code or types hold
 * @param place  FIELD, STATIC_FIELD: the FieldInfo; ELEMENT: the index; LITERAL: the MethodInfo, null when it is not known; TYPE: the ClassInfo
 */
public record Origin(Kind kind, Object holder, Object place) {
    public enum Kind {
        STATIC_FIELD, FIELD, ELEMENT,
        /** A literal, or a constant that the compiler made. */
        LITERAL,
        /** A type's name, Class object and the like. */
        TYPE
    }

    public static final Origin CODE = new Origin(Kind.LITERAL, null, null);

    static Origin ofStatic(FieldInfo field) {
        return new Origin(Kind.STATIC_FIELD, null, field);
    }

    static Origin ofField(FieldInfo field, Object holder) {
        return new Origin(Kind.FIELD, holder, field);
    }

    static Origin ofElement(int index, Object array) {
        return new Origin(Kind.ELEMENT, array, index);
    }

    public static Origin ofLiteral(MethodInfo method) {
        return new Origin(Kind.LITERAL, null, method);
    }

    public static Origin ofType(ClassInfo type) {
        return new Origin(Kind.TYPE, null, type);
    }

    /** For messages. */
    String describe() {
        return switch (kind) {
            case STATIC_FIELD -> "static field " + place;
            case FIELD -> "field " + place;
            case ELEMENT -> "an element of a " + holder.getClass().getTypeName();
            case LITERAL, TYPE -> "a constant";
        };
    }
}
