/** Frames for the first page tables, before there is a frame allocator: taken one after the other from a piece of RAM. */
package org.peaberry.arch.paging;

import org.peaberry.runtime.annotation.Owned;
import org.peaberry.runtime.annotation.Releases;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.unboxed.HostFrame;
import org.peaberry.runtime.unboxed.PhysicalAddress;

public final class BootFrames implements TableFrames {
    /** Enough for a hundred scattered ranges, the image and devices. */
    private static final long OTHER_TABLES = 256;

    private long next;
    private final long end;

    /** @param start of memory that nobody else uses, below 4 GiB, which the boot tables map */
    public BootFrames(PhysicalAddress start, PhysicalAddress end) {
        this.next = start.alignUp(HostFrame.SIZE).frame().toLong();
        this.end = end.frame().toLong();
    }

    /** Bytes of tables that map so much memory with 2 MiB pages, a hundred scattered ranges, the image and devices included. */
    public static long bytesFor(long memory) {
        long directories = memory / PageTable.leafSize(PageTable.LEVEL_1G) + 1;
        return (directories + OTHER_TABLES) * HostFrame.SIZE;
    }

    @Override
    @Owned
    public HostFrame allocate() {
        if (next >= end) {
            return HostFrame.of(NONE);
        }
        HostFrame frame = HostFrame.of(next++);
        Memory.fillWords(DirectMap.addressOf(frame).toLong(), 0, HostFrame.SIZE / Long.BYTES);
        return frame;
    }

    /** Tables of the hypervisor itself stay; a frame that is replaced is not used again. */
    @Override
    public void release(@Releases HostFrame frame) {
        DirectMap.addressOf(frame).store(0L);
    }
}
