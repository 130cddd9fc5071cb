/** Where backends get memory for their structures. */
package org.peaberry.arch.virtualization;

import org.peaberry.arch.paging.TableFrames;
import org.peaberry.runtime.annotation.Owned;
import org.peaberry.runtime.annotation.Releases;
import org.peaberry.runtime.unboxed.HostFrame;

public interface HostMemory extends TableFrames {
    /**
     * 2^order zeroed frames in the direct map, physically contiguous; the frame number {@link #NONE} when memory is exhausted.
     */
    @Owned
    HostFrame allocateBlock(int order);

    /** Takes back what {@link #allocateBlock} gave. */
    void releaseBlock(@Releases HostFrame first, int order);
}
