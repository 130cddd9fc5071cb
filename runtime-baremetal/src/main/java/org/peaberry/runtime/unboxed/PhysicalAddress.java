/** A host physical address. */
package org.peaberry.runtime.unboxed;

import org.peaberry.runtime.annotation.HostedOnly;
import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.annotation.Unboxed;

/** Host physical address; the direct map turns it into an {@link Address}. */
@Unboxed
public final class PhysicalAddress {
    private final long value;

    private PhysicalAddress(long value) {
        this.value = value;
    }

    @Inline
    public static PhysicalAddress of(long value) {
        return new PhysicalAddress(value);
    }

    @Inline
    public static PhysicalAddress zero() {
        return new PhysicalAddress(0);
    }

    @Inline
    public long toLong() {
        return value;
    }

    /** Adds bytes. */
    @Inline
    public PhysicalAddress plus(long bytes) {
        return new PhysicalAddress(value + bytes);
    }

    /** Subtracts bytes. */
    @Inline
    public PhysicalAddress minus(long bytes) {
        return new PhysicalAddress(value - bytes);
    }

    /** Bytes from the other one to this one. */
    @Inline
    public long distanceFrom(PhysicalAddress other) {
        return value - other.value;
    }

    /** Rounds down to a power of two. */
    @Inline
    public PhysicalAddress alignDown(long alignment) {
        return new PhysicalAddress(value & -alignment);
    }

    /** Rounds up to a power of two. */
    @Inline
    public PhysicalAddress alignUp(long alignment) {
        return new PhysicalAddress(value + alignment - 1 & -alignment);
    }

    /** Whether it is a multiple of a power of two. */
    @Inline
    public boolean isAligned(long alignment) {
        return (value & alignment - 1) == 0;
    }

    /** The 4 KiB frame this address is in. */
    @Inline
    public HostFrame frame() {
        return HostFrame.containing(this);
    }

    /** Offset within its 4 KiB frame. */
    @Inline
    public int offsetInFrame() {
        return (int) (value & HostFrame.SIZE - 1);
    }

    @Inline
    public boolean isZero() {
        return value == 0;
    }

    @Inline
    public boolean isEqualTo(PhysicalAddress other) {
        return value == other.value;
    }

    /** Unsigned comparison. */
    @Inline
    public boolean isBelow(PhysicalAddress other) {
        return UnsignedLong.isBelow(value, other.value);
    }

    /** Unsigned comparison. */
    @Inline
    public boolean isAtOrAbove(PhysicalAddress other) {
        return !UnsignedLong.isBelow(value, other.value);
    }

    @HostedOnly
    @Override
    public boolean equals(Object other) {
        return other instanceof PhysicalAddress that && that.value == value;
    }

    @HostedOnly
    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    @HostedOnly
    @Override
    public String toString() {
        return "PhysicalAddress(0x" + Long.toHexString(value) + ")";
    }
}
