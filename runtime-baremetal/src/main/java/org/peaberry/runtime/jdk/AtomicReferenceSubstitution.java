/** AtomicReference: changed by a locked instruction on the address it holds. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.HiddenField;
import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.object.ObjectAccess;
import org.peaberry.runtime.object.ObjectLayout;

@Substitution("java.util.concurrent.atomic.AtomicReference")
public final class AtomicReferenceSubstitution {
    private AtomicReferenceSubstitution() {
    }

    @Inline
    private static long cell(Object self) {
        return ObjectAccess.addressOf(self).toLong() + ObjectLayout.FIRST_FIELD_OFFSET;
    }

    @HiddenField(owner = "java.util.concurrent.atomic.AtomicReference", name = "value")
    private static native Object value(Object self);

    /** The read before also tells the compiler that the field is used. */
    @Substitute
    static boolean compareAndSet(Object self, Object expected, Object replacement) {
        return value(self) == expected
                && Memory.compareAndSwapLong(cell(self), ObjectAccess.addressOf(expected).toLong(), ObjectAccess.addressOf(replacement).toLong());
    }

    @Substitute
    static boolean weakCompareAndSetVolatile(Object self, Object expected, Object replacement) {
        return compareAndSet(self, expected, replacement);
    }

    @Substitute
    static Object getAndSet(Object self, Object value) {
        Object before = value(self);
        while (!compareAndSet(self, before, value)) {
            before = value(self);
        }
        return before;
    }
}
