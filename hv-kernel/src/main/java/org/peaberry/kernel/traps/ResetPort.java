/** The reset control register of PC chip sets: dom0 reboots by it. Intel ICH9 data sheet, section 13.7.5. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.decode.PortDevice;
import org.peaberry.kernel.domain.Domain;
import org.peaberry.kernel.domain.ShutdownReason;

/** Reads back what was written, but for the trigger. */
public final class ResetPort implements PortDevice {
    public static final int PORT = 0xCF9;
    /** A change to one resets. */
    private static final int TRIGGER = 1 << 2;

    private final Domain domain;
    private int value;

    public ResetPort(Domain domain) {
        this.domain = domain;
    }

    @Override
    public int in(int port, int width) {
        return value;
    }

    @Override
    public void out(int port, int width, int newValue) {
        value = newValue & ~TRIGGER;
        if ((newValue & TRIGGER) != 0) {
            domain.shutDown(ShutdownReason.REBOOT);
        }
    }
}
