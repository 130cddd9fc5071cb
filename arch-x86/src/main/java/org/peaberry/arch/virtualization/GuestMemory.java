/** Access to the memory of one guest, implemented by the kernel. */
package org.peaberry.arch.virtualization;

import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;

/**
 * Addresses given out stay usable until the CPU enters a guest or the scheduler: a frame that is taken from a guest is not used for
 * anything else before every CPU has done so.
 */
public interface GuestMemory {
    /**
     * Where a byte of the guest's RAM is, valid up to the end of its 4 KiB frame; zero when there is no RAM.
     */
    Address addressOf(GuestPhysicalAddress address);

    /** As {@link #addressOf}, for memory that the guest may write; zero when it may not. */
    Address writableAddressOf(GuestPhysicalAddress address);
}
