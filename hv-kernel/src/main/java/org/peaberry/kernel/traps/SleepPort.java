/** An ACPI PM1 control register: dom0 uses it, but turning the machine off is done by the hypervisor. ACPI specification 6.5, section 4.8.3.2. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.decode.PortDevice;
import org.peaberry.kernel.domain.Domain;
import org.peaberry.kernel.domain.ShutdownReason;

/** Sleep states other than soft off are reached by platform_op alone; here every request to sleep is one to turn off. */
public final class SleepPort implements PortDevice {
    /** Bytes of the register. */
    public static final int WIDTH = 2;
    private static final int SLEEP_ENABLE = 1 << 13;

    private final Domain domain;
    private final int port;

    public SleepPort(Domain domain, int port) {
        this.domain = domain;
        this.port = port;
    }

    @Override
    public int in(int from, int width) {
        return HostPort.in(from, width);
    }

    @Override
    public void out(int to, int width, int value) {
        int word = value << (to - port) * Byte.SIZE;
        if ((word & SLEEP_ENABLE) != 0) {
            domain.shutDown(ShutdownReason.POWER_OFF);
        } else {
            HostPort.out(to, width, value);
        }
    }
}
