/** Where page tables get their frames from. */
package org.peaberry.arch.paging;

import org.peaberry.runtime.annotation.Owned;
import org.peaberry.runtime.annotation.Releases;
import org.peaberry.runtime.annotation.TestsAbsence;
import org.peaberry.runtime.unboxed.HostFrame;

public interface TableFrames {
    /** The number of no frame. */
    long NONE = -1;

    /** Whether it is the number of no frame. */
    @TestsAbsence
    static boolean isNone(HostFrame frame) {
        return frame.toLong() == NONE;
    }

    /** A zeroed frame in the direct map, or the frame number {@link #NONE} when memory is exhausted. */
    @Owned
    HostFrame allocate();

    /** Takes back a frame that {@link #allocate} gave. */
    void release(@Releases HostFrame frame);
}
