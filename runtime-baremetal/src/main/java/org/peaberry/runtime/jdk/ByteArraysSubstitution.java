/** ByteArrays on the machine: the elements have an address. */
package org.peaberry.runtime.jdk;

import java.util.Objects;

import org.peaberry.runtime.annotation.Substitute;
import org.peaberry.runtime.annotation.Substitution;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.unboxed.Address;

@Substitution("org.peaberry.runtime.memory.ByteArrays")
public final class ByteArraysSubstitution {
    private ByteArraysSubstitution() {
    }

    @Substitute
    static void load(byte[] to, int offset, int length, Address from) {
        Objects.checkFromIndexSize(offset, length, to.length);
        copy(ArrayCopy.elements(to) + offset, from.toLong(), length);
    }

    @Substitute
    static void store(Address to, byte[] from, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, from.length);
        copy(to.toLong(), ArrayCopy.elements(from) + offset, length);
    }

    /** Whole words first. */
    private static void copy(long to, long from, long bytes) {
        long words = bytes / Long.BYTES;
        Memory.copyWords(to, from, words);
        long done = words * Long.BYTES;
        Memory.copyBytes(to + done, from + done, bytes - done);
    }
}
