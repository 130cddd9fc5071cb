/** HashMap: how keys with one hash are ordered, without a look at their generic interfaces. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;
import org.peaberry.runtime.object.ObjectAccess;

@Substitution("java.util.HashMap")
public final class HashMapSubstitution {
    private HashMapSubstitution() {
    }

    /** Keys of one class that is Comparable are compared with each other. */
    @Substitute
    static Class<?> comparableClassFor(Object key) {
        return key instanceof Comparable<?> ? ObjectAccess.typeOf(key).mirror : null;
    }
}
