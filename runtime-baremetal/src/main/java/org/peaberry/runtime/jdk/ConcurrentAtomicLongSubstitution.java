/** AtomicLong: its operations are single locked instructions. */
package org.peaberry.runtime.jdk;

import java.util.concurrent.atomic.AtomicLong;

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
    private static long cell(AtomicLong self) {
        return ObjectAccess.addressOf(self).toLong() + ObjectLayout.FIRST_FIELD_OFFSET;
    }

    @Substitute
    static void set(AtomicLong self, long value) {
        Memory.exchangeLong(cell(self), value);
    }

    @Substitute
    static boolean compareAndSet(AtomicLong self, long expected, long replacement) {
        return Memory.compareAndSwapLong(cell(self), expected, replacement);
    }

    @Substitute
    static boolean weakCompareAndSetPlain(AtomicLong self, long expected, long replacement) {
        return Memory.compareAndSwapLong(cell(self), expected, replacement);
    }

    @Substitute
    static boolean weakCompareAndSetVolatile(AtomicLong self, long expected, long replacement) {
        return Memory.compareAndSwapLong(cell(self), expected, replacement);
    }

    @Substitute
    static void lazySet(AtomicLong self, long value) {
        set(self, value);
    }

    @Substitute
    static long getAndSet(AtomicLong self, long value) {
        return Memory.exchangeLong(cell(self), value);
    }

    @Substitute
    static long getAndAdd(AtomicLong self, long addend) {
        return Memory.fetchAndAddLong(cell(self), addend);
    }

    @Substitute
    static long addAndGet(AtomicLong self, long addend) {
        return Memory.fetchAndAddLong(cell(self), addend) + addend;
    }

    @Substitute
    static long getAndIncrement(AtomicLong self) {
        return getAndAdd(self, 1);
    }

    @Substitute
    static long getAndDecrement(AtomicLong self) {
        return getAndAdd(self, -1);
    }

    @Substitute
    static long incrementAndGet(AtomicLong self) {
        return addAndGet(self, 1);
    }

    @Substitute
    static long decrementAndGet(AtomicLong self) {
        return addAndGet(self, -1);
    }
}
