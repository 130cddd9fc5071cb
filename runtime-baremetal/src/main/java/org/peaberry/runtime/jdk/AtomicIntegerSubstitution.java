/** AtomicInteger: its operations are single locked instructions. */
package org.peaberry.runtime.jdk;

import java.util.concurrent.atomic.AtomicInteger;

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
    private static long cell(AtomicInteger self) {
        return ObjectAccess.addressOf(self).toLong() + ObjectLayout.FIRST_FIELD_OFFSET;
    }

    @Substitute
    static boolean compareAndSet(AtomicInteger self, int expected, int replacement) {
        return Memory.compareAndSwapInt(cell(self), expected, replacement);
    }

    @Substitute
    static boolean weakCompareAndSetPlain(AtomicInteger self, int expected, int replacement) {
        return Memory.compareAndSwapInt(cell(self), expected, replacement);
    }

    @Substitute
    static boolean weakCompareAndSetVolatile(AtomicInteger self, int expected, int replacement) {
        return Memory.compareAndSwapInt(cell(self), expected, replacement);
    }

    @Substitute
    static void lazySet(AtomicInteger self, int value) {
        self.set(value);
    }

    @Substitute
    static int getAndSet(AtomicInteger self, int value) {
        return Memory.exchangeInt(cell(self), value);
    }

    @Substitute
    static int getAndAdd(AtomicInteger self, int addend) {
        return Memory.fetchAndAddInt(cell(self), addend);
    }

    @Substitute
    static int addAndGet(AtomicInteger self, int addend) {
        return Memory.fetchAndAddInt(cell(self), addend) + addend;
    }

    @Substitute
    static int getAndIncrement(AtomicInteger self) {
        return getAndAdd(self, 1);
    }

    @Substitute
    static int getAndDecrement(AtomicInteger self) {
        return getAndAdd(self, -1);
    }

    @Substitute
    static int incrementAndGet(AtomicInteger self) {
        return addAndGet(self, 1);
    }

    @Substitute
    static int decrementAndGet(AtomicInteger self) {
        return addAndGet(self, -1);
    }
}
