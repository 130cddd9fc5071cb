/** The structures that sched_op takes. */
package org.peaberry.kernel.hypercall;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;

/** Xen: public/sched.h, struct sched_*. */
final class SchedArguments {
    private SchedArguments() {
    }

    /** sched_poll. */
    @RawStructure(size = Poll.SIZE)
    interface Poll {
        int SIZE = 24;

        /** Guest address of the port numbers. */
        @At(0) long ports();
        @At(8) int count();
        /** System time; 0 for no limit. */
        @At(16) long timeout();
    }

    /** sched_remote_shutdown. */
    @RawStructure(size = RemoteShutdown.SIZE)
    interface RemoteShutdown {
        int SIZE = 8;

        @At(0) char domain();
        @At(4) int reason();
    }

    /** sched_watchdog. */
    @RawStructure(size = Watchdog.SIZE)
    interface Watchdog {
        int SIZE = 8;

        /** 0 for a new one. */
        @At(0) int id();
        /** Seconds. */
        @At(4) int timeout();
    }
}
