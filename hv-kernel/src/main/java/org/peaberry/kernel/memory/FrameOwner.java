/** Ids under which frames are owned: a domain's, or none. */
package org.peaberry.kernel.memory;

/** Domain ids are 15 bits wide (Xen: public/xen.h, DOMID_MASK). */
public final class FrameOwner {
    /** The hypervisor itself or no one; Xen: DOMID_INVALID. */
    public static final char NONE = 0x7ff4;

    private FrameOwner() {
    }
}
