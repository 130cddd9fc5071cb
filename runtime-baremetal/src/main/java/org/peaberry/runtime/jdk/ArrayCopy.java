/** Copies between arrays of any type, with the checks of System.arraycopy. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.allocation.Allocation;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.object.ObjectAccess;
import org.peaberry.runtime.object.ObjectLayout;
import org.peaberry.runtime.object.TypeInformation;
import org.peaberry.runtime.unboxed.Address;

final class ArrayCopy {
    /** Bytes. String instructions take some time to start. */
    private static final long FEWEST_FOR_STRING_INSTRUCTION = 64;

    private ArrayCopy() {
    }

    static Object cloneOf(Object array, TypeInformation type) {
        int length = lengthOf(array);
        Object copy = Allocation.allocateArray(type, length);
        moveAscending(elements(copy), elements(array), (long) length << type.elementShift);
        return copy;
    }

    /** System.arraycopy. */
    static void copy(Object from, int fromIndex, Object to, int toIndex, int length) {
        TypeInformation fromType = ObjectAccess.typeOf(nonNull(from));
        TypeInformation toType = ObjectAccess.typeOf(nonNull(to));
        if (fromType != toType || fromType.elementShift < 0) {
            requireCompatible(fromType, toType);
        }
        requireRange(fromIndex, length, lengthOf(from), "source");
        requireRange(toIndex, length, lengthOf(to), "destination");
        if (fromType != toType && fromType.component != null && !fromType.component.isSubtypeOf(toType.component)) {
            copyChecked((Object[]) from, fromIndex, (Object[]) to, toIndex, length);
            return;
        }
        long source = elements(from) + ((long) fromIndex << fromType.elementShift);
        long target = elements(to) + ((long) toIndex << toType.elementShift);
        long bytes = (long) length << fromType.elementShift;
        if (from == to && source < target && target < source + bytes) {
            moveDescending(target, source, bytes);
        } else {
            moveAscending(target, source, bytes);
        }
    }

    private static Object nonNull(Object array) {
        if (array == null) {
            throw new NullPointerException();
        }
        return array;
    }

    private static void requireCompatible(TypeInformation from, TypeInformation to) {
        boolean arrays = from.elementShift >= 0 && to.elementShift >= 0;
        boolean bothPrimitive = from.component == null && to.component == null && from.typeId == to.typeId;
        boolean bothReferences = from.component != null && to.component != null;
        if (!arrays || !bothPrimitive && !bothReferences) {
            throw new ArrayStoreException("arraycopy: type mismatch: can not copy " + from.name + " into " + to.name);
        }
    }

    private static void requireRange(int index, int length, int available, String which) {
        if (index < 0 || length < 0 || index > available - length) {
            throw new ArrayIndexOutOfBoundsException("arraycopy: " + which + " index " + index + " and length " + length
                    + " out of bounds for length " + available);
        }
    }

    private static void copyChecked(Object[] from, int fromIndex, Object[] to, int toIndex, int length) {
        for (int i = 0; i < length; i++) {
            to[toIndex + i] = from[fromIndex + i];
        }
    }

    /** The last word is loaded before anything is stored, as it may be stored over. */
    private static void moveAscending(long to, long from, long bytes) {
        if (bytes < Long.BYTES) {
            for (long i = 0; i < bytes; i++) {
                Memory.storeByte(to + i, Memory.loadByte(from + i));
            }
            return;
        }
        long last = Memory.loadLong(from + bytes - Long.BYTES);
        if (bytes < FEWEST_FOR_STRING_INSTRUCTION) {
            for (long i = 0; i <= bytes - Long.BYTES; i += Long.BYTES) {
                Memory.storeLong(to + i, Memory.loadLong(from + i));
            }
        } else {
            Memory.copyWords(to, from, bytes >> 3);
        }
        Memory.storeLong(to + bytes - Long.BYTES, last);
    }

    private static void moveDescending(long to, long from, long bytes) {
        long i = bytes;
        for (; (i & 7) != 0; i--) {
            Memory.storeByte(to + i - 1, Memory.loadByte(from + i - 1));
        }
        if (to - from < Long.BYTES) {
            for (; i > 0; i--) {
                Memory.storeByte(to + i - 1, Memory.loadByte(from + i - 1));
            }
            return;
        }
        for (; i > 0; i -= Long.BYTES) {
            Memory.storeLong(to + i - Long.BYTES, Memory.loadLong(from + i - Long.BYTES));
        }
    }

    private static int lengthOf(Object array) {
        return ObjectAccess.addressOf(array).loadInt(ObjectLayout.ARRAY_LENGTH_OFFSET);
    }

    /** Address of the first element. */
    static long elements(Object array) {
        Address address = ObjectAccess.addressOf(array);
        return address.toLong() + ObjectLayout.ARRAY_ELEMENTS_OFFSET;
    }
}
