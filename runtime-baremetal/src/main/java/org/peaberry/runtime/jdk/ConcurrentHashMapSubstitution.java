/** ConcurrentHashMap: where the elements of its table are, and how keys with one hash are ordered. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;
import org.peaberry.runtime.object.ObjectLayout;

@Substitution("java.util.concurrent.ConcurrentHashMap")
public final class ConcurrentHashMapSubstitution {
    @Substitute
    static final int ABASE = ObjectLayout.ARRAY_ELEMENTS_OFFSET;

    /** Binary logarithm of the bytes of a reference. */
    @Substitute
    static final int ASHIFT = Integer.numberOfTrailingZeros(ObjectLayout.REFERENCE_SIZE);

    private ConcurrentHashMapSubstitution() {
    }

    /** As in HashMap. */
    @Substitute
    static Class<?> comparableClassFor(Object key) {
        return HashMapSubstitution.comparableClassFor(key);
    }
}
