/** A file that the boot loader put into memory. */
package org.peaberry.kernel.dom0;

import org.peaberry.runtime.unboxed.Address;

/** The bytes are readable through the direct map and stay where they are until dom0 is built. */
public final class BootModule {
    private final String name;
    private final Address start;
    private final long size;

    /** @param name for messages, such as "module 1" */
    public BootModule(String name, Address start, long size) {
        this.name = name;
        this.start = start;
        this.size = size;
    }

    public String name() {
        return name;
    }

    public Address start() {
        return start;
    }

    /** Bytes. */
    public long size() {
        return size;
    }

    /** Whether the range lies within the module; never overflows. */
    public boolean contains(long offset, long bytes) {
        return offset >= 0 && bytes >= 0 && offset <= size && bytes <= size - offset;
    }
}
