/** A domain's watchdogs: unless it sets them anew in time, it is stopped. */
package org.peaberry.kernel.domain;

import static org.peaberry.kernel.abi.Errno.EINVAL;
import static org.peaberry.kernel.abi.Errno.ENOSPC;
import static org.peaberry.kernel.abi.Errno.OK;

import org.peaberry.kernel.time.Timer;

/** Xen: public/sched.h, SCHEDOP_watchdog; NR_DOMAIN_WATCHDOG_TIMERS. */
public final class Watchdogs {
    private static final int COUNT = 2;
    private static final long NANOSECONDS_PER_SECOND = 1_000_000_000L;

    private final Domain domain;
    private final Watchdog[] timers = new Watchdog[COUNT];

    Watchdogs(Domain domain) {
        this.domain = domain;
        for (int i = 0; i < COUNT; i++) {
            timers[i] = new Watchdog(domain);
        }
    }

    /**
     * Starts, restarts or (with a timeout of 0) ends a watchdog.
     *
     * @param id 1 or 2, or 0 for one that is not in use
     * @param seconds unsigned
     * @return for a new one its id, otherwise OK, or a negative error
     */
    public int set(int id, int seconds) {
        if (id < 0 || id > COUNT) {
            return EINVAL;
        }
        return id == 0 ? startNew(seconds) : restart(timers[id - 1], seconds);
    }

    private int startNew(int seconds) {
        for (int i = 0; i < COUNT; i++) {
            if (!timers[i].isInUse) {
                timers[i].isInUse = true;
                start(timers[i], seconds);
                return i + 1;
            }
        }
        return ENOSPC;
    }

    private int restart(Watchdog watchdog, int seconds) {
        if (!watchdog.isInUse) {
            return EINVAL;
        }
        if (seconds == 0) {
            stop(watchdog);
        } else {
            start(watchdog, seconds);
        }
        return OK;
    }

    /** Ends all of them. */
    void stopAll() {
        for (Watchdog watchdog : timers) {
            if (watchdog.isInUse) {
                stop(watchdog);
            }
        }
    }

    private void start(Watchdog watchdog, int seconds) {
        Vcpu first = domain.vcpu(0);
        first.cpu().timers().set(watchdog, first.now() + Integer.toUnsignedLong(seconds) * NANOSECONDS_PER_SECOND);
    }

    private void stop(Watchdog watchdog) {
        watchdog.isInUse = false;
        domain.vcpu(0).cpu().timers().cancel(watchdog);
    }

    private static final class Watchdog extends Timer {
        private final Domain domain;
        private boolean isInUse;

        Watchdog(Domain domain) {
            this.domain = domain;
        }

        @Override
        protected void expired(long now) {
            domain.shutDown(ShutdownReason.WATCHDOG);
        }
    }
}
