/** The RAM of a guest that is being built. */
package org.peaberry.kernel.dom0;

import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;

public interface GuestRam {
    /** Copies host memory in; false, with part of it copied perhaps, when the guest has no RAM there. */
    boolean copy(GuestPhysicalAddress to, Address from, long bytes);

    /** Zeroes; false when the guest has no RAM there. */
    boolean clear(GuestPhysicalAddress start, long bytes);
}
