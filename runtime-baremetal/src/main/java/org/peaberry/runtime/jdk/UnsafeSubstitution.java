/** The JDK's Unsafe: arrays that need not be cleared, and fields and elements by their offsets. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.object.ObjectAccess;
import org.peaberry.runtime.object.ObjectLayout;
import org.peaberry.runtime.unboxed.Address;

/** Offsets are those of the image's own layout (the compiler's UnsafeOffsets); raw accesses are ordered as volatile ones. */
@Substitution("jdk.internal.misc.Unsafe")
public final class UnsafeSubstitution {
    @Substitute
    static final int ARRAY_OBJECT_INDEX_SCALE = ObjectLayout.REFERENCE_SIZE;

    private UnsafeSubstitution() {
    }

    @Substitute
    static Object allocateUninitializedArray(Object self, Class<?> component, int length) {
        if (component == byte.class) {
            return new byte[length];
        }
        if (component == char.class) {
            return new char[length];
        }
        if (component == int.class) {
            return new int[length];
        }
        if (component == long.class) {
            return new long[length];
        }
        throw new UnsupportedOperationException(component.getName());
    }

    private static long place(Object object, long offset) {
        return ObjectAccess.addressOf(object).toLong() + offset;
    }

    @Substitute
    static boolean compareAndSetInt(Object self, Object object, long offset, int expected, int replacement) {
        return Memory.compareAndSwapInt(place(object, offset), expected, replacement);
    }

    @Substitute
    static boolean compareAndSetLong(Object self, Object object, long offset, long expected, long replacement) {
        return Memory.compareAndSwapLong(place(object, offset), expected, replacement);
    }

    @Substitute
    static boolean compareAndSetReference(Object self, Object object, long offset, Object expected, Object replacement) {
        return Memory.compareAndSwapLong(place(object, offset), ObjectAccess.addressOf(expected).toLong(), ObjectAccess.addressOf(replacement).toLong());
    }

    @Substitute
    static int getInt(Object self, Object object, long offset) {
        return Memory.loadInt(place(object, offset));
    }

    @Substitute
    static int getIntVolatile(Object self, Object object, long offset) {
        return Memory.loadInt(place(object, offset));
    }

    @Substitute
    static long getLong(Object self, Object object, long offset) {
        return Memory.loadLong(place(object, offset));
    }

    @Substitute
    static long getLongVolatile(Object self, Object object, long offset) {
        return Memory.loadLong(place(object, offset));
    }

    @Substitute
    static Object getReference(Object self, Object object, long offset) {
        return ObjectAccess.objectAt(Address.of(Memory.loadLong(place(object, offset))));
    }

    @Substitute
    static Object getReferenceVolatile(Object self, Object object, long offset) {
        return getReference(self, object, offset);
    }

    @Substitute
    static void putInt(Object self, Object object, long offset, int value) {
        Memory.storeInt(place(object, offset), value);
    }

    @Substitute
    static void putIntVolatile(Object self, Object object, long offset, int value) {
        Memory.storeInt(place(object, offset), value);
    }

    @Substitute
    static void putLong(Object self, Object object, long offset, long value) {
        Memory.storeLong(place(object, offset), value);
    }

    @Substitute
    static void putLongVolatile(Object self, Object object, long offset, long value) {
        Memory.storeLong(place(object, offset), value);
    }

    @Substitute
    static void putReference(Object self, Object object, long offset, Object value) {
        Memory.storeLong(place(object, offset), ObjectAccess.addressOf(value).toLong());
    }

    @Substitute
    static void putReferenceVolatile(Object self, Object object, long offset, Object value) {
        putReference(self, object, offset, value);
    }
}
