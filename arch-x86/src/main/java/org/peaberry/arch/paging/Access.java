/** What a mapping permits, in terms that every kind of page table can express. */
package org.peaberry.arch.paging;

/** Bits; {@link #NONE} means not mapped. */
public final class Access {
    public static final int NONE = 0;
    public static final int READ = 1 << 0;
    public static final int WRITE = 1 << 1;
    public static final int EXECUTE = 1 << 2;
    /** For device registers: no caching, no reordering. */
    public static final int UNCACHED = 1 << 3;

    public static final int READ_WRITE = READ | WRITE;
    public static final int READ_EXECUTE = READ | EXECUTE;
    public static final int ALL = READ | WRITE | EXECUTE;
    public static final int DEVICE = READ | WRITE | UNCACHED;

    private Access() {
    }
}
