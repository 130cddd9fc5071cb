/** AtomicLong on the machine: locked instructions on its only field. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;
import org.peaberry.runtime.lock.AtomicLong;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.object.ObjectAccess;
import org.peaberry.runtime.object.ObjectLayout;

@Substitution("org.peaberry.runtime.lock.AtomicLong")
public final class AtomicLongSubstitution {
    private AtomicLongSubstitution() {
    }

    @Substitute
    @Inline
    static boolean compareAndSet(AtomicLong self, long expected, long replacement) {
        return Memory.compareAndSwapLong(cell(self), expected, replacement);
    }

    @Substitute
    @Inline
    static long getAndAdd(AtomicLong self, long addend) {
        return Memory.fetchAndAddLong(cell(self), addend);
    }

    @Substitute
    @Inline
    static long getAndSet(AtomicLong self, long replacement) {
        return Memory.exchangeLong(cell(self), replacement);
    }

    @Inline
    private static long cell(AtomicLong self) {
        return ObjectAccess.addressOf(self).toLong() + ObjectLayout.FIRST_FIELD_OFFSET;
    }
}
