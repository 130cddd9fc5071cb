/** Where host physical memory appears in the hypervisor's address space. */
package org.peaberry.kernel.memory;

import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.HostFrame;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** All of physical memory, mapped once, writable and not executable; the only way from a frame to something one can load from. */
public final class DirectMap {
    /** Virtual address of physical address zero. */
    public static final long BASE = 0xffff_8300_0000_0000L;

    private DirectMap() {
    }

    @Inline
    public static Address addressOf(PhysicalAddress physical) {
        return Address.of(BASE + physical.toLong());
    }

    @Inline
    public static Address addressOf(HostFrame frame) {
        return addressOf(frame.address());
    }

    /** The inverse of {@link #addressOf(PhysicalAddress)}; the address must lie in the direct map. */
    @Inline
    public static PhysicalAddress physicalOf(Address address) {
        return PhysicalAddress.of(address.toLong() - BASE);
    }
}
