/** How much memory dom0 gets. */
package org.peaberry.kernel.dom0;

import org.peaberry.kernel.options.BootOptions;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.unboxed.HostFrame;

@BootOnly
public final class Dom0Size {
    /** Without dom0_mem a sixteenth stays for the hypervisor and its tables, but no more and no less than this (as Xen). */
    private static final long GREATEST_RESERVE = (128L << 20) >>> HostFrame.SHIFT;
    private static final long LEAST_RESERVE = (8L << 20) >>> HostFrame.SHIFT;
    private static final long SHARE = 16;
    /** No Linux starts in less. */
    private static final long LEAST = (32L << 20) >>> HostFrame.SHIFT;

    private Dom0Size() {
    }

    /**
     * Frames for dom0.
     *
     * @param wanted bytes, or {@link BootOptions#ALL_MEMORY}
     * @param free frames that are left
     * @throws LaunchException when there are too few
     */
    public static long frames(long wanted, long free) throws LaunchException {
        long reserve = Math.max(LEAST_RESERVE, Math.min(GREATEST_RESERVE, free / SHARE));
        long available = free - reserve;
        long frames = wanted == BootOptions.ALL_MEMORY ? available : wanted >>> HostFrame.SHIFT;
        if (frames > available || frames < LEAST) {
            throw new LaunchException("dom0: " + HostFrame.mebibytes(Math.max(frames, 0)) + " MiB cannot be given to it: it needs at least "
                    + HostFrame.mebibytes(LEAST) + ", and " + HostFrame.mebibytes(Math.max(available, 0))
                    + " are free. Change dom0_mem, or give the machine more memory.");
        }
        return frames;
    }
}
