/** A host virtual address: the only kind of address that one can load from and store to. */
package org.peaberry.runtime.unboxed;

import org.peaberry.runtime.annotation.HostedOnly;
import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.annotation.TestsAbsence;
import org.peaberry.runtime.annotation.Unboxed;
import org.peaberry.runtime.memory.Memory;

/** Host virtual address; comparisons are unsigned. */
@Unboxed
public final class Address {
    private final long value;

    private Address(long value) {
        this.value = value;
    }

    @Inline
    public static Address of(long value) {
        return new Address(value);
    }

    @Inline
    public static Address zero() {
        return new Address(0);
    }

    @Inline
    public long toLong() {
        return value;
    }

    /** Adds bytes. */
    @Inline
    public Address plus(long bytes) {
        return new Address(value + bytes);
    }

    /** Subtracts bytes. */
    @Inline
    public Address minus(long bytes) {
        return new Address(value - bytes);
    }

    /** Bytes from the other one to this one. */
    @Inline
    public long distanceFrom(Address other) {
        return value - other.value;
    }

    /** Rounds down to a power of two. */
    @Inline
    public Address alignDown(long alignment) {
        return new Address(value & -alignment);
    }

    /** Rounds up to a power of two. */
    @Inline
    public Address alignUp(long alignment) {
        return new Address(value + alignment - 1 & -alignment);
    }

    /** Whether it is a multiple of a power of two. */
    @Inline
    public boolean isAligned(long alignment) {
        return (value & alignment - 1) == 0;
    }

    @Inline
    public byte loadByte() {
        return Memory.loadByte(value);
    }

    @Inline
    public byte loadByte(long offset) {
        return Memory.loadByte(value + offset);
    }

    @Inline
    public void store(byte stored) {
        Memory.storeByte(value, stored);
    }

    @Inline
    public void store(long offset, byte stored) {
        Memory.storeByte(value + offset, stored);
    }

    @Inline
    public short loadShort() {
        return Memory.loadShort(value);
    }

    @Inline
    public short loadShort(long offset) {
        return Memory.loadShort(value + offset);
    }

    @Inline
    public void store(short stored) {
        Memory.storeShort(value, stored);
    }

    @Inline
    public void store(long offset, short stored) {
        Memory.storeShort(value + offset, stored);
    }

    @Inline
    public int loadInt() {
        return Memory.loadInt(value);
    }

    @Inline
    public int loadInt(long offset) {
        return Memory.loadInt(value + offset);
    }

    @Inline
    public void store(int stored) {
        Memory.storeInt(value, stored);
    }

    @Inline
    public void store(long offset, int stored) {
        Memory.storeInt(value + offset, stored);
    }

    @Inline
    public long loadLong() {
        return Memory.loadLong(value);
    }

    @Inline
    public long loadLong(long offset) {
        return Memory.loadLong(value + offset);
    }

    @Inline
    public void store(long stored) {
        Memory.storeLong(value, stored);
    }

    @Inline
    public void store(long offset, long stored) {
        Memory.storeLong(value + offset, stored);
    }

    @Inline
    public boolean compareAndSwap(int expected, int replacement) {
        return Memory.compareAndSwapInt(value, expected, replacement);
    }

    @Inline
    public boolean compareAndSwap(long expected, long replacement) {
        return Memory.compareAndSwapLong(value, expected, replacement);
    }

    @Inline
    @TestsAbsence
    public boolean isZero() {
        return value == 0;
    }

    @Inline
    public boolean isEqualTo(Address other) {
        return value == other.value;
    }

    /** Unsigned comparison. */
    @Inline
    public boolean isBelow(Address other) {
        return UnsignedLong.isBelow(value, other.value);
    }

    /** Unsigned comparison. */
    @Inline
    public boolean isAtOrAbove(Address other) {
        return !UnsignedLong.isBelow(value, other.value);
    }

    @HostedOnly
    @Override
    public boolean equals(Object other) {
        return other instanceof Address that && that.value == value;
    }

    @HostedOnly
    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    @HostedOnly
    @Override
    public String toString() {
        return "Address(0x" + Long.toHexString(value) + ")";
    }
}
