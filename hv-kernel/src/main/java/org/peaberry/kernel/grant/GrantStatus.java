/** How a single grant operation ended. */
package org.peaberry.kernel.grant;

/** Xen: public/grant_table.h, GNTST_*. */
public final class GrantStatus {
    public static final short OKAY = 0;
    public static final short GENERAL_ERROR = -1;
    public static final short BAD_DOMAIN = -2;
    public static final short BAD_REFERENCE = -3;
    public static final short BAD_HANDLE = -4;
    public static final short BAD_VIRTUAL_ADDRESS = -5;
    public static final short PERMISSION_DENIED = -8;

    private GrantStatus() {
    }
}
