/** A nested page table as the kernel sees it: guest frames to host frames. */
package org.peaberry.kernel.memory;

import org.peaberry.runtime.unboxed.GuestFrame;
import org.peaberry.runtime.unboxed.HostFrame;

public interface NestedMap {
    /** Binary logarithm of the frames in the pages that may be mapped: 4 KiB, 2 MiB, 1 GiB. */
    int ORDER_4K = 0;
    int ORDER_2M = 9;
    int ORDER_1G = 18;

    /** The greatest order the processor supports. */
    int largestOrder();

    /**
     * Maps 2^order frames, replacing what was there; a larger page is split.
     *
     * @return false when there is no memory for the tables; nothing is changed then
     */
    boolean map(GuestFrame first, HostFrame frame, int order, boolean writable);

    /** Takes 2^order frames out of the map; a larger page is split. @return false when there is no memory to split it */
    boolean unmap(GuestFrame first, int order);

    /** Host frame of a guest frame, or {@link NoFrame}. */
    HostFrame translate(GuestFrame frame);

    /** Whether a mapped guest frame may be written. */
    boolean isWritable(GuestFrame frame);

    /** Gives the tables' memory back. */
    void free();
}
