/** A domain's physical address space: which host frame is behind each guest frame (p2m). */
package org.peaberry.kernel.memory;

import org.peaberry.arch.paging.Access;
import org.peaberry.arch.virtualization.NestedPageTable;
import org.peaberry.runtime.annotation.CrossesSpaces;
import org.peaberry.runtime.annotation.LockRank;
import org.peaberry.runtime.annotation.Owned;
import org.peaberry.runtime.lock.SpinLock;
import org.peaberry.runtime.unboxed.GuestFrame;
import org.peaberry.runtime.unboxed.HostFrame;

/**
 * What a page is follows from the host frame's record. In an identity map every frame of the domain's own has equal guest and host
 * numbers, so that devices can reach it without an IOMMU.
 */
@CrossesSpaces(reason = "this is the map between the spaces; where it is the identity, the numbers are the same")
public final class GuestPhysicalMap {
    private static final long ADDRESS_SPACE_FRAMES = 1L << 48 - GuestFrame.SHIFT;

    @LockRank(60)
    private final SpinLock lock = new SpinLock();
    private final NestedPageTable nested;
    private final FrameTable table;
    private final char owner;
    private final boolean isIdentity;

    /**
     * @param owner id of the domain
     * @param isIdentity whether own frames may only be mapped at their host numbers
     */
    public GuestPhysicalMap(NestedPageTable nested, FrameTable table, char owner, boolean isIdentity) {
        this.nested = nested;
        this.table = table;
        this.owner = owner;
        this.isIdentity = isIdentity;
    }

    /** Whether a guest frame number can be mapped at all: guest physical addresses have 48 bits. */
    public boolean isValid(GuestFrame frame) {
        return frame.isBelow(GuestFrame.of(ADDRESS_SPACE_FRAMES));
    }

    public boolean isIdentity() {
        return isIdentity;
    }

    /** Host frame of a guest frame, or {@link NoFrame}. */
    public HostFrame lookup(GuestFrame frame) {
        return isValid(frame) ? nested.lookup(frame) : NoFrame.value();
    }

    public GuestPageType typeOf(GuestFrame frame) {
        HostFrame host = lookup(frame);
        if (NoFrame.is(host)) {
            return GuestPageType.NONE;
        }
        return switch (table.use(host)) {
            case DOMAIN -> table.owner(host) == owner ? GuestPageType.RAM : GuestPageType.FOREIGN;
            case SHARED -> GuestPageType.SHARED;
            default -> GuestPageType.DIRECT;
        };
    }

    /** The memory behind a guest frame, the domain's own or shared with it, without a reference; {@link NoFrame} for anything else. */
    public HostFrame memoryBehind(GuestFrame frame) {
        if (isOwnIdentity(frame)) {
            return HostFrame.of(frame.toLong());
        }
        HostFrame host = lookup(frame);
        return NoFrame.is(host) || table.owner(host) != owner ? NoFrame.value() : host;
    }

    private boolean isOwnIdentity(GuestFrame frame) {
        return isIdentity && table.owner(HostFrame.of(frame.toLong())) == owner;
    }

    /**
     * Takes a reference to the memory behind a guest frame: the domain's own or shared with it.
     *
     * @return none for a hole, a device's page or another domain's memory
     */
    @Owned
    public FrameReference take(GuestFrame frame) {
        if (isIdentity) {
            FrameReference own = table.take(HostFrame.of(frame.toLong()), owner);
            if (!own.isNone()) {
                return own;
            }
        }
        lock.acquire();
        try {
            HostFrame host = lookup(frame);
            return NoFrame.is(host) ? FrameReference.none() : table.take(host, owner);
        } finally {
            lock.release();
        }
    }

    /** Whether the guest may write to a mapped frame. */
    public boolean isWritable(GuestFrame frame) {
        return isOwnIdentity(frame) || isValid(frame) && (nested.access(frame) & Access.WRITE) != 0;
    }

    /**
     * Maps frames one to one in order, with the largest pages that fit.
     *
     * @param access bits of {@link Access}
     * @return false when there is no memory for page tables; part may be mapped then
     */
    public boolean map(GuestFrame first, HostFrame host, long frames, int access) {
        lock.acquire();
        try {
            long done = 0;
            while (done < frames) {
                int order = orderFor(first.plus(done), host.plus(done), frames - done);
                if (!nested.map(first.plus(done), host.plus(done), order, access)) {
                    return false;
                }
                done += 1L << order;
            }
            return true;
        } finally {
            nested.flush();
            lock.release();
        }
    }

    /** Maps guest frames to host frames of the same numbers. */
    public boolean mapIdentity(HostFrame first, long frames, int access) {
        return map(GuestFrame.of(first.toLong()), first, frames, access);
    }

    /** Takes frames out of the map. @return false when there is no memory to split a large page */
    public boolean unmap(GuestFrame first, long frames) {
        lock.acquire();
        try {
            long done = 0;
            while (done < frames) {
                int order = orderFor(first.plus(done), HostFrame.zero(), frames - done);
                if (!nested.unmap(first.plus(done), order)) {
                    return false;
                }
                done += 1L << order;
            }
            return true;
        } finally {
            nested.flush();
            lock.release();
        }
    }

    /** Gives the page tables back. */
    public void free() {
        nested.destroy();
    }

    private int orderFor(GuestFrame guest, HostFrame host, long frames) {
        int order = nested.largestOrder();
        while (order > 0 && !fits(order, guest, host, frames)) {
            order -= NestedPageTable.ORDER_2M;
        }
        return order;
    }

    private static boolean fits(int order, GuestFrame guest, HostFrame host, long frames) {
        return frames >= 1L << order && guest.isAligned(1L << order) && host.isAligned(1L << order);
    }
}
