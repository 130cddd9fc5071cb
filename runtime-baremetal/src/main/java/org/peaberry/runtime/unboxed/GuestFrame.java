/** Number of a 4 KiB frame of guest physical memory (Xen: gfn). */
package org.peaberry.runtime.unboxed;

import org.peaberry.runtime.annotation.HostedOnly;
import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.annotation.Unboxed;

/** Guest physical address divided by the frame size. */
@Unboxed
public final class GuestFrame {
    /** Binary logarithm of the frame size. */
    public static final int SHIFT = 12;
    /** Bytes in a frame. */
    public static final long SIZE = 1L << SHIFT;

    private final long value;

    private GuestFrame(long value) {
        this.value = value;
    }

    @Inline
    public static GuestFrame of(long value) {
        return new GuestFrame(value);
    }

    @Inline
    public static GuestFrame zero() {
        return new GuestFrame(0);
    }

    @Inline
    public long toLong() {
        return value;
    }

    /** The frame that holds the address. */
    @Inline
    public static GuestFrame containing(GuestPhysicalAddress address) {
        return new GuestFrame(address.toLong() >>> SHIFT);
    }

    /** Address of the frame's first byte. */
    @Inline
    public GuestPhysicalAddress address() {
        return GuestPhysicalAddress.of(value << SHIFT);
    }

    @Inline
    public GuestFrame plus(long frames) {
        return new GuestFrame(value + frames);
    }

    /** Frames from the other one to this one. */
    @Inline
    public long distanceFrom(GuestFrame other) {
        return value - other.value;
    }

    /** Whether its number is a multiple of a power of two. */
    @Inline
    public boolean isAligned(long frames) {
        return (value & frames - 1) == 0;
    }

    @Inline
    public boolean isZero() {
        return value == 0;
    }

    @Inline
    public boolean isEqualTo(GuestFrame other) {
        return value == other.value;
    }

    /** Unsigned comparison. */
    @Inline
    public boolean isBelow(GuestFrame other) {
        return UnsignedLong.isBelow(value, other.value);
    }

    /** Unsigned comparison. */
    @Inline
    public boolean isAtOrAbove(GuestFrame other) {
        return !UnsignedLong.isBelow(value, other.value);
    }

    @HostedOnly
    @Override
    public boolean equals(Object other) {
        return other instanceof GuestFrame that && that.value == value;
    }

    @HostedOnly
    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    @HostedOnly
    @Override
    public String toString() {
        return "GuestFrame(0x" + Long.toHexString(value) + ")";
    }
}
