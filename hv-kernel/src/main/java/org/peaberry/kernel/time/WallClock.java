/** The date: seconds since 1970 at system time zero. */
package org.peaberry.kernel.time;

import org.peaberry.runtime.memory.Memory;

/** Guests add system time to it. Set once from the real-time clock, and later by dom0 (XENPF_settime). */
public final class WallClock {
    private static final long NANOSECONDS_PER_SECOND = 1_000_000_000L;

    private long baseSeconds;
    private int baseNanoseconds;

    /**
     * Says which time it was at a system time.
     *
     * @param seconds since 1970-01-01 00:00 UTC
     * @param nanoseconds 0..999,999,999
     * @param systemTime system time in nanoseconds of that moment
     */
    public void set(long seconds, int nanoseconds, long systemTime) {
        long wholeSeconds = systemTime / NANOSECONDS_PER_SECOND;
        long rest = nanoseconds - systemTime % NANOSECONDS_PER_SECOND;
        baseSeconds = seconds - wholeSeconds - (rest < 0 ? 1 : 0);
        baseNanoseconds = (int) (rest < 0 ? rest + NANOSECONDS_PER_SECOND : rest);
    }

    /** Seconds since 1970 at system time zero. */
    public long baseSeconds() {
        return baseSeconds;
    }

    /** Nanoseconds to add to {@link #baseSeconds}. */
    public int baseNanoseconds() {
        return baseNanoseconds;
    }

    /** Writes the base into a shared info page. */
    public void publish(WallClockInfo info) {
        int version = PvClock.beginChange(info.version());
        info.version(version);
        Memory.fence();
        info.seconds((int) baseSeconds);
        info.secondsHigh((int) (baseSeconds >>> Integer.SIZE));
        info.nanoseconds(baseNanoseconds);
        Memory.fence();
        info.version(version + 1);
    }
}
