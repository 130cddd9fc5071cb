/** AtomicBoolean: its value is an int, changed by single locked instructions. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.object.ObjectAccess;
import org.peaberry.runtime.object.ObjectLayout;

@Substitution("java.util.concurrent.atomic.AtomicBoolean")
public final class AtomicBooleanSubstitution {
    private AtomicBooleanSubstitution() {
    }

    @Inline
    private static long cell(Object self) {
        return ObjectAccess.addressOf(self).toLong() + ObjectLayout.FIRST_FIELD_OFFSET;
    }

    private static int number(boolean value) {
        return value ? 1 : 0;
    }

    @Substitute
    static boolean compareAndSet(Object self, boolean expected, boolean replacement) {
        return Memory.compareAndSwapInt(cell(self), number(expected), number(replacement));
    }

    @Substitute
    static boolean getAndSet(Object self, boolean value) {
        return Memory.exchangeInt(cell(self), number(value)) != 0;
    }

    @Substitute
    static void lazySet(Object self, boolean value) {
        Memory.exchangeInt(cell(self), number(value));
    }
}
