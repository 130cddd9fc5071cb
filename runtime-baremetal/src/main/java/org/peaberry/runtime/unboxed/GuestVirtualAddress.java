/** A virtual (linear) address of a guest. */
package org.peaberry.runtime.unboxed;

import org.peaberry.runtime.annotation.HostedOnly;
import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.annotation.Unboxed;

/** Guest linear address; a walk of the guest's page tables turns it into a {@link GuestPhysicalAddress}. */
@Unboxed
public final class GuestVirtualAddress {
    private final long value;

    private GuestVirtualAddress(long value) {
        this.value = value;
    }

    @Inline
    public static GuestVirtualAddress of(long value) {
        return new GuestVirtualAddress(value);
    }

    @Inline
    public static GuestVirtualAddress zero() {
        return new GuestVirtualAddress(0);
    }

    @Inline
    public long toLong() {
        return value;
    }

    /** Adds bytes. */
    @Inline
    public GuestVirtualAddress plus(long bytes) {
        return new GuestVirtualAddress(value + bytes);
    }

    /** Subtracts bytes. */
    @Inline
    public GuestVirtualAddress minus(long bytes) {
        return new GuestVirtualAddress(value - bytes);
    }

    /** Bytes from the other one to this one. */
    @Inline
    public long distanceFrom(GuestVirtualAddress other) {
        return value - other.value;
    }

    /** Rounds down to a power of two. */
    @Inline
    public GuestVirtualAddress alignDown(long alignment) {
        return new GuestVirtualAddress(value & -alignment);
    }

    /** Rounds up to a power of two. */
    @Inline
    public GuestVirtualAddress alignUp(long alignment) {
        return new GuestVirtualAddress(value + alignment - 1 & -alignment);
    }

    /** Whether it is a multiple of a power of two. */
    @Inline
    public boolean isAligned(long alignment) {
        return (value & alignment - 1) == 0;
    }

    @Inline
    public boolean isZero() {
        return value == 0;
    }

    @Inline
    public boolean isEqualTo(GuestVirtualAddress other) {
        return value == other.value;
    }

    /** Unsigned comparison. */
    @Inline
    public boolean isBelow(GuestVirtualAddress other) {
        return UnsignedLong.isBelow(value, other.value);
    }

    /** Unsigned comparison. */
    @Inline
    public boolean isAtOrAbove(GuestVirtualAddress other) {
        return !UnsignedLong.isBelow(value, other.value);
    }

    @HostedOnly
    @Override
    public boolean equals(Object other) {
        return other instanceof GuestVirtualAddress that && that.value == value;
    }

    @HostedOnly
    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    @HostedOnly
    @Override
    public String toString() {
        return "GuestVirtualAddress(0x" + Long.toHexString(value) + ")";
    }
}
