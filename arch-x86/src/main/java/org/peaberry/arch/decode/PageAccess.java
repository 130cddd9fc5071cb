/** Kinds of access, and reasons of a page fault: the bits of its error code. Intel SDM vol. 3, figure 4-12. */
package org.peaberry.arch.decode;

public final class PageAccess {
    /** A supervisor's read. */
    public static final int READ = 0;
    /** In an error code: the page is mapped, but not for this access. */
    public static final int PRESENT = 1 << 0;
    public static final int WRITE = 1 << 1;
    public static final int USER = 1 << 2;
    public static final int RESERVED_BIT = 1 << 3;
    public static final int FETCH = 1 << 4;

    private PageAccess() {
    }
}
