/** Number of a 4 KiB frame of host physical memory (Xen: mfn). */
package org.peaberry.runtime.unboxed;

import org.peaberry.runtime.annotation.HostedOnly;
import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.annotation.Unboxed;

/** Host physical address divided by the frame size. */
@Unboxed
public final class HostFrame {
    /** Binary logarithm of the frame size. */
    public static final int SHIFT = 12;
    /** Bytes in a frame. */
    public static final long SIZE = 1L << SHIFT;
    private static final int MEBIBYTE_SHIFT = 20;

    private final long value;

    private HostFrame(long value) {
        this.value = value;
    }

    @Inline
    public static HostFrame of(long value) {
        return new HostFrame(value);
    }

    @Inline
    public static HostFrame zero() {
        return new HostFrame(0);
    }

    @Inline
    public long toLong() {
        return value;
    }

    /** Whole mebibytes in a number of frames. */
    public static long mebibytes(long frames) {
        return frames >>> MEBIBYTE_SHIFT - SHIFT;
    }

    /** The frame that holds the address. */
    @Inline
    public static HostFrame containing(PhysicalAddress address) {
        return new HostFrame(address.toLong() >>> SHIFT);
    }

    /** Address of the frame's first byte. */
    @Inline
    public PhysicalAddress address() {
        return PhysicalAddress.of(value << SHIFT);
    }

    @Inline
    public HostFrame plus(long frames) {
        return new HostFrame(value + frames);
    }

    /** Frames from the other one to this one. */
    @Inline
    public long distanceFrom(HostFrame other) {
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
    public boolean isEqualTo(HostFrame other) {
        return value == other.value;
    }

    /** Unsigned comparison. */
    @Inline
    public boolean isBelow(HostFrame other) {
        return UnsignedLong.isBelow(value, other.value);
    }

    /** Unsigned comparison. */
    @Inline
    public boolean isAtOrAbove(HostFrame other) {
        return !UnsignedLong.isBelow(value, other.value);
    }

    @HostedOnly
    @Override
    public boolean equals(Object other) {
        return other instanceof HostFrame that && that.value == value;
    }

    @HostedOnly
    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    @HostedOnly
    @Override
    public String toString() {
        return "HostFrame(0x" + Long.toHexString(value) + ")";
    }
}
