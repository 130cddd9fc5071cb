/** Where an image runs, and so where it is linked to and where it starts. */
package org.peaberry.compiler.image;

/** The names are the values of peaberryc's option --target, in lower case. */
public enum Target {
    /** A static Linux program. */
    LINUX(0x400000, 0, "_start"),
    /** A kernel that a Multiboot loader puts at 2 MiB; the top-level address layout is Xen's (public header arch-x86_64, XEN_VIRT_START). */
    BAREMETAL(0x200000, 0xffff82d080000000L, "boot_entry");

    private final long physicalBase;
    private final long virtualBase;
    private final String entrySymbol;

    Target(long physicalBase, long virtualBase, String entrySymbol) {
        this.physicalBase = physicalBase;
        this.virtualBase = virtualBase;
        this.entrySymbol = entrySymbol;
    }

    /** Physical address of the image's first byte when nobody asks for another; of a Linux program its virtual one. */
    public long physicalBase() {
        return physicalBase;
    }

    /** Virtual less physical address, of all regions but BOOT. */
    public long virtualBase() {
        return virtualBase;
    }

    /** Symbol of the first instruction. */
    public String entrySymbol() {
        return entrySymbol;
    }
}
