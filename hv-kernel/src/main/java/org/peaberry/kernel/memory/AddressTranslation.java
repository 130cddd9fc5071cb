/** How linear addresses of a running guest become physical ones. */
package org.peaberry.kernel.memory;

import org.peaberry.runtime.unboxed.GuestPhysicalAddress;
import org.peaberry.runtime.unboxed.GuestVirtualAddress;

public interface AddressTranslation {
    /** What {@link #translate} gives for an address that is not mapped: no valid guest physical address has all bits set. */
    long NOT_MAPPED = -1;

    /** Walks the page tables that the guest uses now; {@link #NOT_MAPPED} as an address when the access would fault. */
    GuestPhysicalAddress translate(GuestVirtualAddress address, boolean write);
}
