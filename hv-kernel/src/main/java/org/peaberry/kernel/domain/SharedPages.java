/** Where the hypervisor's pages that a domain uses, shared info and grant table, appear in its physical address space. */
package org.peaberry.kernel.domain;

import org.peaberry.arch.paging.Access;
import org.peaberry.kernel.memory.GuestPageType;
import org.peaberry.kernel.memory.GuestPhysicalMap;
import org.peaberry.runtime.annotation.GuardedBy;
import org.peaberry.runtime.annotation.Holds;
import org.peaberry.runtime.annotation.LockRank;
import org.peaberry.runtime.lock.SpinLock;
import org.peaberry.runtime.unboxed.GuestFrame;
import org.peaberry.runtime.unboxed.HostFrame;

/** A page has one place at most; what was there before, the domain's own memory included, goes. */
public final class SharedPages {
    @LockRank(30)
    private final SpinLock lock = new SpinLock();
    private final Domain domain;
    private final GuestPhysicalMap map;
    @GuardedBy("lock")
    private GuestFrame sharedInfoPlace = GuestFrame.zero();
    @GuardedBy("lock")
    private boolean isSharedInfoPlaced;

    SharedPages(Domain domain) {
        this.domain = domain;
        this.map = domain.physicalMap();
    }

    /** @return false when memory for page tables is missing */
    public boolean placeSharedInfo(GuestFrame at) {
        lock.acquire();
        try {
            if (isSharedInfoPlaced && !map.unmap(sharedInfoPlace, 1)) {
                return false;
            }
            isSharedInfoPlaced = false;
            if (!put(domain.sharedInfoFrame(), at)) {
                return false;
            }
            sharedInfoPlace = at;
            isSharedInfoPlaced = true;
            return true;
        } finally {
            lock.release();
        }
    }

    /**
     * @param index of a frame that the grant table has
     * @return false when memory for page tables is missing
     */
    public boolean placeGrantFrame(int index, GuestFrame at) {
        lock.acquire();
        try {
            if (domain.grants().isPlaced(index) && !map.unmap(domain.grants().guestFrame(index), 1)) {
                return false;
            }
            if (!put(domain.grants().frame(index), at)) {
                return false;
            }
            domain.grants().place(index, at);
            return true;
        } finally {
            lock.release();
        }
    }

    /** Takes a page out of the map: one of these, or one of the domain's own, which it keeps. @return false when there is none */
    public boolean remove(GuestFrame frame) {
        lock.acquire();
        try {
            GuestPageType type = map.typeOf(frame);
            if (type != GuestPageType.RAM && type != GuestPageType.SHARED) {
                return false;
            }
            forget(frame);
            return map.unmap(frame, 1);
        } finally {
            lock.release();
        }
    }

    @Holds("lock")
    private boolean put(HostFrame frame, GuestFrame at) {
        if (map.typeOf(at) == GuestPageType.RAM) {
            domain.ownMemory().remove(at);
        }
        forget(at);
        return map.map(at, frame, 1, Access.READ_WRITE);
    }

    @Holds("lock")
    private void forget(GuestFrame frame) {
        if (isSharedInfoPlaced && frame.isEqualTo(sharedInfoPlace)) {
            isSharedInfoPlaced = false;
        }
        domain.grants().displace(frame);
    }
}
