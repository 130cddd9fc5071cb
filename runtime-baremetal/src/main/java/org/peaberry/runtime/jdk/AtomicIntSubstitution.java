/** AtomicInt on the machine: locked instructions on its only field. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;
import org.peaberry.runtime.lock.AtomicInt;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.object.ObjectAccess;
import org.peaberry.runtime.object.ObjectLayout;

@Substitution("org.peaberry.runtime.lock.AtomicInt")
public final class AtomicIntSubstitution {
    private AtomicIntSubstitution() {
    }

    @Substitute
    @Inline
    static boolean compareAndSet(AtomicInt self, int expected, int replacement) {
        return Memory.compareAndSwapInt(cell(self), expected, replacement);
    }

    @Substitute
    @Inline
    static int getAndAdd(AtomicInt self, int addend) {
        return Memory.fetchAndAddInt(cell(self), addend);
    }

    @Substitute
    @Inline
    static int getAndSet(AtomicInt self, int replacement) {
        return Memory.exchangeInt(cell(self), replacement);
    }

    @Inline
    private static long cell(AtomicInt self) {
        return ObjectAccess.addressOf(self).toLong() + ObjectLayout.FIRST_FIELD_OFFSET;
    }
}
