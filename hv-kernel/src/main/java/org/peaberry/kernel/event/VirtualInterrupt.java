/** Interrupts that the hypervisor itself raises in domains. */
package org.peaberry.kernel.event;

/** Numbers of public/xen.h, VIRQ_*; those that are not named can be bound too, but are never raised. */
public final class VirtualInterrupt {
    public static final int TIMER = 0;
    public static final int DEBUG = 1;
    /** A character came in on the hypervisor's console. */
    public static final int CONSOLE = 2;
    /** A domain stopped; told to dom0. */
    public static final int DOMAIN_EXCEPTION = 3;
    public static final int XENOPROF = 7;
    public static final int PERFORMANCE_MONITORING = 13;
    /** Number of virtual interrupts. */
    public static final int COUNT = 24;

    private VirtualInterrupt() {
    }

    /** Whether the domain has one, rather than each vCPU. */
    public static boolean isGlobal(int number) {
        return number != TIMER && number != DEBUG && number != XENOPROF && number != PERFORMANCE_MONITORING;
    }
}
