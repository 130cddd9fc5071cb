/** AtomicLong: its operations are single locked instructions. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.object.ObjectAccess;
import org.peaberry.runtime.object.ObjectLayout;

/** Its value is its only field. */
@Substitution("java.util.concurrent.atomic.AtomicLong")
public final class ConcurrentAtomicLongSubstitution {
    private ConcurrentAtomicLongSubstitution() {
    }

    @Inline
    private static long cell(Object self) {
        return ObjectAccess.addressOf(self).toLong() + ObjectLayout.FIRST_FIELD_OFFSET;
    }

    @Substitute
    static void set(Object self, long value) {
        Memory.exchangeLong(cell(self), value);
    }

    @Substitute
    static boolean compareAndSet(Object self, long expected, long replacement) {
        return Memory.compareAndSwapLong(cell(self), expected, replacement);
    }

    @Substitute
    static boolean weakCompareAndSetPlain(Object self, long expected, long replacement) {
        return Memory.compareAndSwapLong(cell(self), expected, replacement);
    }

    @Substitute
    static boolean weakCompareAndSetVolatile(Object self, long expected, long replacement) {
        return Memory.compareAndSwapLong(cell(self), expected, replacement);
    }

    @Substitute
    static void lazySet(Object self, long value) {
        set(self, value);
    }

    @Substitute
    static long getAndSet(Object self, long value) {
        return Memory.exchangeLong(cell(self), value);
    }

    @Substitute
    static long getAndAdd(Object self, long addend) {
        return Memory.fetchAndAddLong(cell(self), addend);
    }

    @Substitute
    static long addAndGet(Object self, long addend) {
        return Memory.fetchAndAddLong(cell(self), addend) + addend;
    }

    @Substitute
    static long getAndIncrement(Object self) {
        return getAndAdd(self, 1);
    }

    @Substitute
    static long getAndDecrement(Object self) {
        return getAndAdd(self, -1);
    }

    @Substitute
    static long incrementAndGet(Object self) {
        return addAndGet(self, 1);
    }

    @Substitute
    static long decrementAndGet(Object self) {
        return addAndGet(self, -1);
    }
}
