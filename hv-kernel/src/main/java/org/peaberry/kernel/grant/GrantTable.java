/** The grant table of one domain: pages in which it says who may use which of its frames. */
package org.peaberry.kernel.grant;

import org.peaberry.kernel.memory.FrameAllocator;
import org.peaberry.kernel.memory.FrameUse;
import org.peaberry.kernel.memory.NoFrame;
import org.peaberry.runtime.annotation.LockRank;
import org.peaberry.runtime.annotation.Owned;
import org.peaberry.runtime.annotation.Shared;
import org.peaberry.runtime.lock.SpinLock;
import org.peaberry.runtime.unboxed.GuestFrame;
import org.peaberry.runtime.unboxed.HostFrame;

/** Version 1 of the layout. Frames are allocated when they are first asked for and are never given up while the domain lives. */
public final class GrantTable {
    /** Frames a table has at most (Xen's default of gnttab_max_frames). */
    public static final int MAXIMUM_FRAMES = 64;
    /** Layout version. */
    public static final int VERSION = 1;
    private static final int INITIAL_FRAMES = 1;

    private final char owner;
    @LockRank(40)
    private final SpinLock lock = new SpinLock();
    private final FrameAllocator allocator;
    /** Host frame numbers. */
    @Owned
    private final long[] frames = new long[MAXIMUM_FRAMES];
    /** Guest frame numbers at which the domain has mapped them, plus one; 0 for nowhere. */
    private final long[] places = new long[MAXIMUM_FRAMES];
    @Shared(reason = "changed under the lock, and only grows until the domain ends")
    private int count;

    public GrantTable(int owner, FrameAllocator allocator) {
        this.owner = (char) owner;
        this.allocator = allocator;
    }

    /** Frames the table has. */
    public int frameCount() {
        return Math.max(count, INITIAL_FRAMES);
    }

    /**
     * Makes the table at least so large.
     *
     * @return false when that is too large or memory is missing
     */
    public boolean grow(int wanted) {
        lock.acquire();
        try {
            if (wanted < 0 || wanted > MAXIMUM_FRAMES) {
                return false;
            }
            while (count < wanted) {
                HostFrame frame = allocator.allocate(0, FrameUse.SHARED, owner);
                if (NoFrame.is(frame)) {
                    return false;
                }
                FrameAllocator.clear(frame, 0);
                frames[count++] = frame.toLong();
            }
            return true;
        } finally {
            lock.release();
        }
    }

    /** A frame of the table, which grows to have it; {@link NoFrame} when it cannot. */
    public HostFrame frame(int index) {
        return index >= 0 && grow(index + 1) ? HostFrame.of(frames[index]) : NoFrame.value();
    }

    /** Whether the domain has mapped a frame of the table. */
    public boolean isPlaced(int index) {
        return places[index] != 0;
    }

    /** Where the domain has mapped a frame that {@link #isPlaced}. */
    public GuestFrame guestFrame(int index) {
        return GuestFrame.of(places[index] - 1);
    }

    /** Notes where the domain has mapped a frame. */
    public void place(int index, GuestFrame frame) {
        places[index] = frame.toLong() + 1;
    }

    /** Notes that a guest frame maps no frame of the table any more. */
    public void displace(GuestFrame frame) {
        for (int i = 0; i < count; i++) {
            if (places[i] == frame.toLong() + 1) {
                places[i] = 0;
            }
        }
    }

    /** Gives all frames back. */
    public void free() {
        lock.acquire();
        try {
            while (count > 0) {
                count--;
                allocator.release(HostFrame.of(frames[count]));
            }
        } finally {
            lock.release();
        }
    }
}
