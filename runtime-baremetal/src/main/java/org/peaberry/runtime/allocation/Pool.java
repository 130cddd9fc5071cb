/** A pool of objects of one type, which lives on memory of its own. */
package org.peaberry.runtime.allocation;

import org.peaberry.runtime.annotation.GuardedBy;
import org.peaberry.runtime.annotation.Holds;
import org.peaberry.runtime.annotation.LockRank;
import org.peaberry.runtime.annotation.Owned;
import org.peaberry.runtime.annotation.Releases;
import org.peaberry.runtime.annotation.Shared;
import org.peaberry.runtime.lock.SpinLock;

/**
 * Grows by whole frames, which stay with the pool for good: a stale reference to a freed object can only ever see an object of
 * the same type.
 *
 * @param <T> the type of the objects, each linked to the next free one through {@link PoolObject}
 */
public abstract class Pool<T extends PoolObject> {
    @LockRank(88)
    private final SpinLock lock = new SpinLock();
    private final Region region = new Region();
    private final FrameSource frames;
    @GuardedBy("lock")
    private PoolObject free;
    @Shared(reason = "changed under the lock; a reader may see the number of a moment ago")
    private int size;
    @Shared(reason = "changed under the lock; a reader may see the number of a moment ago")
    private int used;

    protected Pool(FrameSource frames) {
        this.frames = frames;
    }

    /** Constructs one object with {@code new}, and nothing else. */
    protected abstract T construct();

    /** Bytes an object takes at most, with all that {@link #construct} allocates; at most a frame. */
    protected abstract int objectSize();

    /** An object in the state it was constructed or released in, or null when memory is exhausted. */
    @SuppressWarnings("unchecked")
    @Owned
    public final T take() {
        lock.acquire();
        try {
            if (free == null && !grow()) {
                return null;
            }
            PoolObject taken = free;
            free = taken.nextFree;
            taken.nextFree = null;
            taken.inUse = true;
            used++;
            return (T) taken;
        } finally {
            lock.release();
        }
    }

    /** @throws IllegalStateException when it was not taken, or given back already */
    public final void release(@Releases T object) {
        lock.acquire();
        try {
            PoolObject released = object;
            if (!released.inUse) {
                throw new IllegalStateException("object released twice");
            }
            released.inUse = false;
            released.nextFree = free;
            free = released;
            used--;
        } finally {
            lock.release();
        }
    }

    /** Objects that exist, free ones included. */
    public final int size() {
        return size;
    }

    /** Objects that are taken. */
    public final int used() {
        return used;
    }

    @Holds("lock")
    private boolean grow() {
        org.peaberry.runtime.unboxed.Address frame = frames.takeFrame();
        if (frame.isZero()) {
            return false;
        }
        region.refill(frame, FrameSource.FRAME_SIZE);
        Region before = Heap.use(region);
        try {
            for (int left = FrameSource.FRAME_SIZE; left >= objectSize(); left -= objectSize()) {
                PoolObject object = construct();
                object.nextFree = free;
                free = object;
                size++;
            }
        } finally {
            Heap.use(before);
        }
        return true;
    }
}
