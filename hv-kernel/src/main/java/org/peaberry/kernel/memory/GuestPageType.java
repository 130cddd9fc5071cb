/** What a guest frame is. */
package org.peaberry.kernel.memory;

public enum GuestPageType {
    /** Not mapped: an access is emulated or forbidden. */
    NONE,
    /** The domain's own memory. */
    RAM,
    /** Hypervisor memory that the domain sees: shared info, grant table. */
    SHARED,
    /** Memory of another domain, mapped by grant or by privilege. */
    FOREIGN,
    /** A device's or firmware's: no memory that the hypervisor manages. */
    DIRECT
}
