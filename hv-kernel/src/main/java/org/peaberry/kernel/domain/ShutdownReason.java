/** Why a domain stopped. */
package org.peaberry.kernel.domain;

/** In the order of the numbers of public/sched.h, SHUTDOWN_*. */
public enum ShutdownReason {
    POWER_OFF,
    REBOOT,
    SUSPEND,
    CRASH,
    WATCHDOG,
    SOFT_RESET;

    private static final ShutdownReason[] VALUES = values();

    /** The reason with a number, or null. */
    public static ShutdownReason of(int number) {
        return number >= 0 && number < VALUES.length ? VALUES[number] : null;
    }
}
