/** Behaviours that a domain can ask for. */
package org.peaberry.kernel.domain;

/** Xen: public/xen.h, VMASST_TYPE_*. A bit each; a guest with nested paging may only ask for the ones named here. */
public final class VmAssist {
    /** Announce changes of the runstate area. */
    public static final int RUNSTATE_UPDATE_FLAG = 5;
    private static final long ALLOWED = 1L << RUNSTATE_UPDATE_FLAG;

    private long bits;

    /** Whether a guest with nested paging may change it. */
    public static boolean isAllowed(int type) {
        return type >= 0 && type < Long.SIZE && (ALLOWED >>> type & 1) != 0;
    }

    boolean isEnabled(int type) {
        return (bits >>> type & 1) != 0;
    }

    /** Turns a behaviour on or off; false when it is not for this guest. */
    public boolean set(int type, boolean enabled) {
        if (!isAllowed(type)) {
            return false;
        }
        bits = enabled ? bits | 1L << type : bits & ~(1L << type);
        return true;
    }
}
