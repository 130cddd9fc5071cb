/** Converts time-stamp counter ticks to nanoseconds by one multiplication. */
package org.peaberry.kernel.time;

import org.peaberry.runtime.annotation.Inline;

/**
 * {@code nanoseconds = (ticks << shift) * multiplier >> 32}, a negative shift going right: the formula of Xen's vcpu_time_info
 * (public/xen.h), so that hypervisor and guests read the same time.
 */
public final class TscScale {
    private static final long NANOSECONDS_PER_SECOND = 1_000_000_000L;
    private static final int FRACTION_BITS = 32;

    private final int multiplier;
    private final int shift;

    /**
     * @param frequency ticks a second, at least 1
     */
    public TscScale(long frequency) {
        long ticks = frequency;
        int s = 0;
        while (ticks > 2 * NANOSECONDS_PER_SECOND) {
            ticks >>>= 1;
            s--;
        }
        while (ticks <= NANOSECONDS_PER_SECOND) {
            ticks <<= 1;
            s++;
        }
        shift = s;
        multiplier = (int) Long.divideUnsigned(NANOSECONDS_PER_SECOND << FRACTION_BITS, ticks);
    }

    /** Unsigned 32-bit fraction (tsc_to_system_mul). */
    public int multiplier() {
        return multiplier;
    }

    /** Binary shift before the multiplication (tsc_shift). */
    public int shift() {
        return shift;
    }

    /** Nanoseconds that so many ticks take. */
    @Inline
    public long nanoseconds(long ticks) {
        long shifted = shift >= 0 ? ticks << shift : ticks >>> -shift;
        long factor = Integer.toUnsignedLong(multiplier);
        long low = shifted * factor >>> FRACTION_BITS;
        return (Math.multiplyHigh(shifted, factor) << FRACTION_BITS) | low;
    }

    /** Ticks that so many nanoseconds take, rounded down; for less than 2^32 ns exact to a tick, beyond that to 2^-20. */
    public long ticks(long nanoseconds) {
        long factor = Integer.toUnsignedLong(multiplier);
        long high = Long.divideUnsigned(nanoseconds, factor);
        long rest = Long.remainderUnsigned(nanoseconds, factor);
        long shifted = (high << FRACTION_BITS) + Long.divideUnsigned(rest << FRACTION_BITS, factor);
        return shift >= 0 ? shifted >>> shift : shifted << -shift;
    }
}
