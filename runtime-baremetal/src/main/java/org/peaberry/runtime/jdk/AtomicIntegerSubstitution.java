/** AtomicInteger: its operations are single locked instructions. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.object.ObjectAccess;
import org.peaberry.runtime.object.ObjectLayout;

/** Its value is its only field. */
@Substitution("java.util.concurrent.atomic.AtomicInteger")
public final class AtomicIntegerSubstitution {
    private AtomicIntegerSubstitution() {
    }

    @Inline
    private static long cell(Object self) {
        return ObjectAccess.addressOf(self).toLong() + ObjectLayout.FIRST_FIELD_OFFSET;
    }

    @Substitute
    static boolean compareAndSet(Object self, int expected, int replacement) {
        return Memory.compareAndSwapInt(cell(self), expected, replacement);
    }

    @Substitute
    static boolean weakCompareAndSetPlain(Object self, int expected, int replacement) {
        return Memory.compareAndSwapInt(cell(self), expected, replacement);
    }

    @Substitute
    static boolean weakCompareAndSetVolatile(Object self, int expected, int replacement) {
        return Memory.compareAndSwapInt(cell(self), expected, replacement);
    }

    @Substitute
    static void lazySet(Object self, int value) {
        Memory.exchangeInt(cell(self), value);
    }

    @Substitute
    static int getAndSet(Object self, int value) {
        return Memory.exchangeInt(cell(self), value);
    }

    @Substitute
    static int getAndAdd(Object self, int addend) {
        return Memory.fetchAndAddInt(cell(self), addend);
    }

    @Substitute
    static int addAndGet(Object self, int addend) {
        return Memory.fetchAndAddInt(cell(self), addend) + addend;
    }

    @Substitute
    static int getAndIncrement(Object self) {
        return getAndAdd(self, 1);
    }

    @Substitute
    static int getAndDecrement(Object self) {
        return getAndAdd(self, -1);
    }

    @Substitute
    static int incrementAndGet(Object self) {
        return addAndGet(self, 1);
    }

    @Substitute
    static int decrementAndGet(Object self) {
        return addAndGet(self, -1);
    }
}
