/** java.lang.reflect.Array: new arrays by the class of their elements. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.allocation.Allocation;
import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;
import org.peaberry.runtime.object.TypeInformation;

@Substitution("java.lang.reflect.Array")
public final class ReflectArraySubstitution {
    private ReflectArraySubstitution() {
    }

    @Substitute
    static Object newInstance(Class<?> element, int length) {
        TypeInformation type = ClassSubstitution.type(element);
        if (type == null) {
            return newPrimitives(element, length);
        }
        if (type.array == null) {
            throw new UnsupportedOperationException("no array of " + type.name + " is in the program");
        }
        return Allocation.allocateArray(type.array, length);
    }

    private static Object newPrimitives(Class<?> element, int length) {
        if (element == int.class) {
            return new int[length];
        }
        if (element == long.class) {
            return new long[length];
        }
        if (element == byte.class) {
            return new byte[length];
        }
        if (element == char.class) {
            return new char[length];
        }
        if (element == boolean.class) {
            return new boolean[length];
        }
        if (element == short.class) {
            return new short[length];
        }
        throw new IllegalArgumentException();
    }
}
