/** The frames that a domain owns, and how they come and go. */
package org.peaberry.kernel.domain;

import org.peaberry.arch.paging.Access;
import org.peaberry.kernel.memory.DomainFrames;
import org.peaberry.kernel.memory.FrameAllocator;
import org.peaberry.kernel.memory.FrameUse;
import org.peaberry.kernel.memory.GuestPageType;
import org.peaberry.kernel.memory.GuestPhysicalMap;
import org.peaberry.kernel.memory.NoFrame;
import org.peaberry.runtime.annotation.CrossesSpaces;
import org.peaberry.runtime.annotation.LockRank;
import org.peaberry.runtime.annotation.Owned;
import org.peaberry.runtime.lock.SpinLock;
import org.peaberry.runtime.unboxed.GuestFrame;
import org.peaberry.runtime.unboxed.HostFrame;

/** Never more than the domain's maximum. Every frame in the list holds the reference its allocation gave. */
@CrossesSpaces(reason = "a domain with an identity map has its frames at the machine's numbers")
public final class DomainMemory {
    private final char owner;
    @LockRank(50)
    private final SpinLock lock = new SpinLock();
    private final FrameAllocator allocator;
    private final GuestPhysicalMap map;
    private final DomainFrames frames;
    private final long maximum;

    DomainMemory(int owner, FrameAllocator allocator, GuestPhysicalMap map, long maximum) {
        this.owner = (char) owner;
        this.allocator = allocator;
        this.map = map;
        this.frames = new DomainFrames(allocator.table());
        this.maximum = maximum;
    }

    /** Frames it owns. */
    public long count() {
        return frames.count();
    }

    /** Frames it may own. */
    public long maximum() {
        return maximum;
    }

    /**
     * Gives it exactly these free frames, mapped at their own numbers.
     *
     * @return false when they are not free, too many, or memory for page tables is missing; nothing is given then
     */
    public boolean claimIdentity(HostFrame first, long count) {
        if (frames.count() + count > maximum || !allocator.claim(first, count, FrameUse.DOMAIN, owner)) {
            return false;
        }
        return own(GuestFrame.of(first.toLong()), first, count);
    }

    /** Gives it frames that were reserved at boot, mapped at their own numbers; they do not count against the maximum. */
    public boolean adoptIdentity(HostFrame first, long count) {
        allocator.adopt(first, count, FrameUse.DOMAIN, owner);
        return own(GuestFrame.of(first.toLong()), first, count);
    }

    /**
     * Gives it 2^order new frames at a guest frame where there is nothing yet.
     *
     * @return false when it may not have them or there is no memory
     */
    public boolean populate(GuestFrame first, int order) {
        long count = 1L << order;
        if (!map.isValid(first) || !map.isValid(first.plus(count - 1)) || frames.count() + count > maximum || !isHole(first, count)) {
            return false;
        }
        if (map.isIdentity()) {
            HostFrame same = HostFrame.of(first.toLong());
            return allocator.claim(same, count, FrameUse.DOMAIN, owner) && own(first, same, count);
        }
        HostFrame host = allocator.allocate(order, FrameUse.DOMAIN, owner);
        return !NoFrame.is(host) && own(first, host, count);
    }

    /**
     * Takes one frame away: out of the map and, when no one else holds it, out of the domain's hands.
     *
     * @return false when the guest frame is not the domain's memory
     */
    public boolean remove(GuestFrame frame) {
        lock.acquire();
        try {
            HostFrame host = map.lookup(frame);
            if (NoFrame.is(host) || map.typeOf(frame) != GuestPageType.RAM || !map.unmap(frame, 1)) {
                return false;
            }
            frames.remove(host);
            allocator.release(host);
            return true;
        } finally {
            lock.release();
        }
    }

    /** Gives up to so many frames back; true when none is left. */
    boolean relinquish(long limit) {
        lock.acquire();
        try {
            for (long i = 0; i < limit && frames.count() > 0; i++) {
                HostFrame frame = frames.first();
                frames.remove(frame);
                allocator.release(frame);
            }
            return frames.count() == 0;
        } finally {
            lock.release();
        }
    }

    /** The frames are in the list before they are mapped: whatever happens then, they are given back with the domain. */
    private boolean own(GuestFrame guest, @Owned HostFrame host, long count) {
        lock.acquire();
        try {
            HostFrame listed = frames.add(host, count);
            if (map.map(guest, listed, count, Access.ALL)) {
                return true;
            }
            map.unmap(guest, count);
            for (long i = 0; i < count; i++) {
                HostFrame frame = listed.plus(i);
                frames.remove(frame);
                allocator.release(frame);
            }
            return false;
        } finally {
            lock.release();
        }
    }

    private boolean isHole(GuestFrame first, long count) {
        for (long i = 0; i < count; i++) {
            if (map.typeOf(first.plus(i)) != GuestPageType.NONE) {
                return false;
            }
        }
        return true;
    }
}
