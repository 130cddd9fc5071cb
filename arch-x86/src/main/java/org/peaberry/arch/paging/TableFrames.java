/** Where page tables get their frames from. */
package org.peaberry.arch.paging;

import org.peaberry.runtime.unboxed.HostFrame;

public interface TableFrames {
    /** The number of no frame. */
    long NONE = -1;

    /** A zeroed frame in the direct map, or the frame number {@link #NONE} when memory is exhausted. */
    HostFrame allocate();

    /** Takes back a frame that {@link #allocate} gave. */
    void release(HostFrame frame);
}
