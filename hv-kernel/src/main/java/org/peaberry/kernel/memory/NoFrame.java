/** The frame number that stands for "no frame". */
package org.peaberry.kernel.memory;

import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.annotation.TestsAbsence;
import org.peaberry.runtime.unboxed.HostFrame;

/** All bits set, as Xen's INVALID_MFN. */
public final class NoFrame {
    private static final long VALUE = -1;

    private NoFrame() {
    }

    @Inline
    public static HostFrame value() {
        return HostFrame.of(VALUE);
    }

    @Inline
    @TestsAbsence
    public static boolean is(HostFrame frame) {
        return frame.toLong() == VALUE;
    }
}
