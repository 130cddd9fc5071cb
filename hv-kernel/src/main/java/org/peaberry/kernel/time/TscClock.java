/** System time from the time-stamp counter. */
package org.peaberry.kernel.time;

import org.peaberry.runtime.annotation.Inline;

/** Reads the counter through a {@link Counter}, so that tests can turn it by hand. */
public final class TscClock implements Clock {
    /** The time-stamp counter. */
    public interface Counter {
        long read();
    }

    private final Counter counter;
    private final TscScale scale;
    private final long start;

    /**
     * @param start value of the counter at system time zero
     */
    public TscClock(Counter counter, TscScale scale, long start) {
        this.counter = counter;
        this.scale = scale;
        this.start = start;
    }

    @Override
    public long now() {
        return at(counter.read());
    }

    /** System time at a counter value. */
    @Inline
    public long at(long ticks) {
        return scale.nanoseconds(ticks - start);
    }

    /** Counter value at a system time; Long.MAX_VALUE stays far away. */
    public long ticksAt(long nanoseconds) {
        return start + scale.ticks(nanoseconds);
    }

    public TscScale scale() {
        return scale;
    }

    public long readCounter() {
        return counter.read();
    }
}
