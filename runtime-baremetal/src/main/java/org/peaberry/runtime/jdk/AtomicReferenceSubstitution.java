/** AtomicReference: changed by a locked instruction on the address it holds. */
package org.peaberry.runtime.jdk;

import java.util.concurrent.atomic.AtomicReference;

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
    private static long cell(AtomicReference<?> self) {
        return ObjectAccess.addressOf(self).toLong() + ObjectLayout.FIRST_FIELD_OFFSET;
    }

    /** The read before also tells the compiler that the field is used. */
    @Substitute
    static boolean compareAndSet(AtomicReference<?> self, Object expected, Object replacement) {
        return self.get() == expected
                && Memory.compareAndSwapLong(cell(self), ObjectAccess.addressOf(expected).toLong(), ObjectAccess.addressOf(replacement).toLong());
    }

    @Substitute
    static boolean weakCompareAndSetVolatile(AtomicReference<?> self, Object expected, Object replacement) {
        return compareAndSet(self, expected, replacement);
    }

    @Substitute
    static Object getAndSet(AtomicReference<?> self, Object value) {
        Object before = self.get();
        while (!compareAndSet(self, before, value)) {
            before = self.get();
        }
        return before;
    }
}
