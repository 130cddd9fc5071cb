/** The counters of an 8254 timer that stands still: guests are to find out at once that they cannot use it. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.decode.PortDevice;

/** Linux waits for counter 2 to leave 0xff, 50,000 times: all ones, as from an absent device, would cost it that many exits twice over. */
public final class StoppedTimer implements PortDevice {
    /** Counters 0 to 2. */
    public static final int PORT = 0x40;
    public static final int COUNT = 3;

    @Override
    public int in(int port, int width) {
        return 0;
    }

    @Override
    public void out(int port, int width, int value) {
        // It cannot be started.
    }
}
