/** Memory that objects are allocated in, from low to high, and that is never used for anything else afterwards. */
package org.peaberry.runtime.allocation;

import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.annotation.Releases;
import org.peaberry.runtime.lock.AtomicLong;
import org.peaberry.runtime.unboxed.Address;

/** Zeroed when it is handed over. Safe against other CPUs: taking is one atomic addition. */
public class Region {
    private final AtomicLong next;
    private long limit;

    /** An empty region, for {@link #refill}. */
    public Region() {
        next = new AtomicLong();
    }

    /** Gives it fresh, zeroed memory; what is left of the old is not used any more. */
    public final void refill(@Releases Address start, long bytes) {
        limit = start.toLong() + bytes;
        next.set(start.toLong());
    }

    /** Bytes left. */
    public final long remaining() {
        return Math.max(0, limit - next.get());
    }

    /** Zeroed memory, or zero when there is not enough. */
    @Inline
    final Address take(long bytes) {
        long start = next.getAndAdd(bytes);
        return start + bytes > limit || start + bytes < start ? refused(bytes) : Address.of(start);
    }

    private Address refused(long bytes) {
        next.getAndAdd(-bytes);
        return Address.zero();
    }
}
