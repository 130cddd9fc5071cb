/** Domain ids with a meaning of their own. */
package org.peaberry.kernel.domain;

/** Xen: public/xen.h, DOMID_*. */
public final class DomainId {
    /** Ids from here on are no domains'. */
    public static final int FIRST_RESERVED = 0x7ff0;
    /** The calling domain. */
    public static final int SELF = 0x7ff0;
    /** Owner of I/O memory. */
    public static final int IO = 0x7ff1;
    /** The hypervisor. */
    public static final int XEN = 0x7ff2;
    public static final int INVALID = 0x7ff4;

    private DomainId() {
    }
}
