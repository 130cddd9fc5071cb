/** The JDK's index checks, without its machinery for formatted messages. */
package org.peaberry.runtime.jdk;

import java.util.function.BiFunction;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;

@Substitution("jdk.internal.util.Preconditions")
public final class PreconditionsSubstitution {
    private PreconditionsSubstitution() {
    }

    @Substitute
    static int checkIndex(int index, int length, BiFunction<?, ?, ?> formatter) {
        if (index < 0 || index >= length) {
            throw new IndexOutOfBoundsException("Index " + index + " out of bounds for length " + length);
        }
        return index;
    }

    @Substitute
    static int checkFromToIndex(int from, int to, int length, BiFunction<?, ?, ?> formatter) {
        if (from < 0 || from > to || to > length) {
            throw new IndexOutOfBoundsException("Range [" + from + ", " + to + ") out of bounds for length " + length);
        }
        return from;
    }

    @Substitute
    static int checkFromIndexSize(int from, int size, int length, BiFunction<?, ?, ?> formatter) {
        if ((length | from | size) < 0 || size > length - from) {
            throw new IndexOutOfBoundsException("Range [" + from + ", " + from + " + " + size + ") out of bounds for length " + length);
        }
        return from;
    }
}
