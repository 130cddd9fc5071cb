/** The machine word in an unboxed host object. */
package org.peaberry.compiler.world;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

public final class WordValue {
    private WordValue() {
    }

    /** The value of its only field; 0 for null, which a word that was never set is on the host. */
    public static long of(Object unboxed) {
        if (unboxed == null) {
            return 0;
        }
        try {
            for (Field field : unboxed.getClass().getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    return field.getLong(unboxed);
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException(unboxed.getClass() + " has no field");
    }
}
