/** A physical address as a guest sees it. */
package org.peaberry.runtime.unboxed;

import org.peaberry.runtime.annotation.HostedOnly;
import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.annotation.Unboxed;

/** Guest physical address; the p2m turns its frame into a {@link HostFrame}. */
@Unboxed
public final class GuestPhysicalAddress {
    private final long value;

    private GuestPhysicalAddress(long value) {
        this.value = value;
    }

    @Inline
    public static GuestPhysicalAddress of(long value) {
        return new GuestPhysicalAddress(value);
    }

    @Inline
    public static GuestPhysicalAddress zero() {
        return new GuestPhysicalAddress(0);
    }

    @Inline
    public long toLong() {
        return value;
    }

    /** Adds bytes. */
    @Inline
    public GuestPhysicalAddress plus(long bytes) {
        return new GuestPhysicalAddress(value + bytes);
    }

    /** Subtracts bytes. */
    @Inline
    public GuestPhysicalAddress minus(long bytes) {
        return new GuestPhysicalAddress(value - bytes);
    }

    /** Bytes from the other one to this one. */
    @Inline
    public long distanceFrom(GuestPhysicalAddress other) {
        return value - other.value;
    }

    /** Rounds down to a power of two. */
    @Inline
    public GuestPhysicalAddress alignDown(long alignment) {
        return new GuestPhysicalAddress(value & -alignment);
    }

    /** Rounds up to a power of two. */
    @Inline
    public GuestPhysicalAddress alignUp(long alignment) {
        return new GuestPhysicalAddress(value + alignment - 1 & -alignment);
    }

    /** Whether it is a multiple of a power of two. */
    @Inline
    public boolean isAligned(long alignment) {
        return (value & alignment - 1) == 0;
    }

    /** The 4 KiB frame this address is in. */
    @Inline
    public GuestFrame frame() {
        return GuestFrame.containing(this);
    }

    /** Offset within its 4 KiB frame. */
    @Inline
    public int offsetInFrame() {
        return (int) (value & GuestFrame.SIZE - 1);
    }

    @Inline
    public boolean isZero() {
        return value == 0;
    }

    @Inline
    public boolean isEqualTo(GuestPhysicalAddress other) {
        return value == other.value;
    }

    /** Unsigned comparison. */
    @Inline
    public boolean isBelow(GuestPhysicalAddress other) {
        return UnsignedLong.isBelow(value, other.value);
    }

    /** Unsigned comparison. */
    @Inline
    public boolean isAtOrAbove(GuestPhysicalAddress other) {
        return !UnsignedLong.isBelow(value, other.value);
    }

    @HostedOnly
    @Override
    public boolean equals(Object other) {
        return other instanceof GuestPhysicalAddress that && that.value == value;
    }

    @HostedOnly
    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    @HostedOnly
    @Override
    public String toString() {
        return "GuestPhysicalAddress(0x" + Long.toHexString(value) + ")";
    }
}
