/** Copies between memory and arrays of bytes. */
package org.peaberry.runtime.memory;

import java.util.Objects;

import org.peaberry.runtime.unboxed.Address;

/** The array's bounds are always checked; compiled code copies words ({@code ByteArraysSubstitution}). */
public final class ByteArrays {
    private ByteArrays() {
    }

    /** @throws IndexOutOfBoundsException when the range is not in the array */
    public static void load(byte[] to, int offset, int length, Address from) {
        Objects.checkFromIndexSize(offset, length, to.length);
        for (int i = 0; i < length; i++) {
            to[offset + i] = from.loadByte(i);
        }
    }

    /** @throws IndexOutOfBoundsException when the range is not in the array */
    public static void store(Address to, byte[] from, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, from.length);
        for (int i = 0; i < length; i++) {
            to.store((long) i, from[offset + i]);
        }
    }
}
