/** Gives whole zeroed frames to pools that grow. */
package org.peaberry.runtime.allocation;

import org.peaberry.runtime.annotation.Owned;
import org.peaberry.runtime.unboxed.Address;

public interface FrameSource {
    /** Bytes of what {@link #takeFrame} gives. */
    int FRAME_SIZE = 4096;

    /** A zeroed frame, mapped at the returned address, or zero when memory is exhausted. */
    @Owned
    Address takeFrame();
}
