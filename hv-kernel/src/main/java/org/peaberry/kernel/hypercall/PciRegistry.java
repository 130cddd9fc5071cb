/** The PCI devices that dom0 has found and told of. */
package org.peaberry.kernel.hypercall;

import static org.peaberry.kernel.abi.Errno.EINVAL;
import static org.peaberry.kernel.abi.Errno.ENODEV;
import static org.peaberry.kernel.abi.Errno.OK;

import org.peaberry.runtime.annotation.LockRank;
import org.peaberry.runtime.annotation.Shared;
import org.peaberry.runtime.lock.SpinLock;

/** Segment 0: buses 0..255 with 256 functions each, a bit a function. */
public final class PciRegistry {
    private static final int FUNCTIONS = 1 << 16;

    @LockRank(86)
    private final SpinLock lock = new SpinLock();
    private final long[] present = new long[FUNCTIONS / Long.SIZE];
    @Shared(reason = "changed under the lock; a reader may see the number of a moment ago")
    private int count;

    /** Notes a device; one that is known already may be added again. */
    public int add(int segment, int bus, int function) {
        if (segment != 0) {
            return EINVAL;
        }
        lock.acquire();
        try {
            if (!isPresent(bus, function)) {
                count++;
                present[index(bus, function) / Long.SIZE] |= 1L << index(bus, function);
            }
            return OK;
        } finally {
            lock.release();
        }
    }

    /** Forgets a device; ENODEV when it is not known. */
    public int remove(int segment, int bus, int function) {
        lock.acquire();
        try {
            if (segment != 0 || !isPresent(bus, function)) {
                return ENODEV;
            }
            count--;
            present[index(bus, function) / Long.SIZE] &= ~(1L << index(bus, function));
            return OK;
        } finally {
            lock.release();
        }
    }

    /** Number of known devices. */
    public int count() {
        return count;
    }

    public boolean isPresent(int bus, int function) {
        return (present[index(bus, function) / Long.SIZE] >>> index(bus, function) & 1) != 0;
    }

    private static int index(int bus, int function) {
        return (bus & 0xff) << Byte.SIZE | function & 0xff;
    }
}
