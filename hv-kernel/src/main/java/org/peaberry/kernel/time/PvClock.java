/** Writes the time that guests read: vcpu_time_info and the wall clock. */
package org.peaberry.kernel.time;

import org.peaberry.runtime.memory.Memory;

/** Versions are odd during a change, as Xen's guests expect (public/xen.h, struct vcpu_time_info). */
public final class PvClock {
    private PvClock() {
    }

    /**
     * Publishes the clock's parameters as they are now.
     *
     * @param tscOffset what the guest's counter reads more than the host's
     */
    public static void publish(VcpuTimeInfo info, TscClock clock, long tscOffset) {
        long ticks = clock.readCounter();
        int version = beginChange(info.version());
        info.version(version);
        Memory.fence();
        info.tscTimestamp(ticks + tscOffset);
        info.systemTime(clock.at(ticks));
        info.tscToSystemMultiplier(clock.scale().multiplier());
        info.tscShift((byte) clock.scale().shift());
        info.flags(VcpuTimeInfo.TSC_STABLE);
        Memory.fence();
        info.version(version + 1);
    }

    /** The odd version that announces a change. */
    static int beginChange(int version) {
        return version + 1 | 1;
    }
}
