/** Where host physical memory appears in the hypervisor's address space. */
package org.peaberry.arch.paging;

import org.peaberry.runtime.annotation.CrossesSpaces;
import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.HostFrame;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** All of physical memory, mapped once, writable and not executable. Boot tables map its first 4 GiB, {@link HypervisorAddressSpace} all RAM. */
@CrossesSpaces(reason = "the direct map is where physical memory has addresses")
public final class DirectMap {
    /** Virtual address of physical address zero; Xen's DIRECTMAP_VIRT_START. */
    public static final long BASE = 0xffff_8300_0000_0000L;
    /** Bytes that the boot page tables map. */
    public static final long BOOT_LIMIT = 4L << 30;

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
