/** A nested page table as the kernel sees it: guest frames to host frames. */
package org.peaberry.kernel.memory;

import org.peaberry.runtime.unboxed.GuestFrame;
import org.peaberry.runtime.unboxed.HostFrame;

/** Not safe against concurrent changes: {@link GuestPhysicalMap} locks. */
public interface NestedMap {
    /**
     * Maps frames one to one in order with the largest pages that fit, replacing what was there.
     *
     * @param access bits of {@link org.peaberry.arch.paging.Access}
     * @return false when there is no memory for the tables; part may be mapped then
     */
    boolean map(GuestFrame first, HostFrame host, long frames, int access);

    /** Takes frames out of the map. @return false when there is no memory to split a large page; part may be unmapped then */
    boolean unmap(GuestFrame first, long frames);

    /** Host frame of a guest frame, or {@link NoFrame}. */
    HostFrame translate(GuestFrame frame);

    /** What the guest may do with a frame: bits of {@link org.peaberry.arch.paging.Access}. */
    int access(GuestFrame frame);

    /** Gives the tables' memory back. */
    void free();
}
