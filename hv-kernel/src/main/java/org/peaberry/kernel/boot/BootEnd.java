/** The end of boot: what only boot needed of the image becomes free memory. */
package org.peaberry.kernel.boot;

import org.peaberry.arch.paging.HypervisorAddressSpace;
import org.peaberry.kernel.console.Console;
import org.peaberry.kernel.memory.FrameAllocator;
import org.peaberry.kernel.options.LogLevel;
import org.peaberry.runtime.annotation.EndsBoot;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.HostFrame;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** That is the code which cannot run any more, the objects that nothing leads to any more, and the region {@code boot}: entry code and the first page tables and descriptors. */
public final class BootEnd {
    private static final int KIBIBYTE_SHIFT = 10;

    private final HypervisorAddressSpace space;
    private final FrameAllocator allocator;
    private final Console console;

    public BootEnd(HypervisorAddressSpace space, FrameAllocator allocator, Console console) {
        this.space = space;
        this.allocator = allocator;
        this.console = console;
    }

    /** To be called once, with the hypervisor's own page tables and descriptors in use. */
    @EndsBoot
    public void run() {
        long bytes = release(RawMemory.symbol("init_text_start"), RawMemory.symbol("init_text_end"))
                + release(RawMemory.symbol("init_data_start"), RawMemory.symbol("init_data_end"));
        PhysicalAddress start = HypervisorAddressSpace.bootRegionStart();
        PhysicalAddress end = HypervisorAddressSpace.bootRegionEnd();
        free(start, end);
        if (console.begin(LogLevel.INFO)) {
            console.text("freed ").decimal(bytes + end.distanceFrom(start) >> KIBIBYTE_SHIFT).text(" KiB of boot code and data").end();
        }
    }

    private long release(Address start, Address end) {
        long bytes = space.unmapBootPart(start, end);
        PhysicalAddress memory = HypervisorAddressSpace.memoryOf(start);
        free(memory, memory.plus(bytes));
        return bytes;
    }

    private void free(PhysicalAddress start, PhysicalAddress end) {
        if (start.isBelow(end)) {
            allocator.add(start.frame(), end.alignUp(HostFrame.SIZE).frame());
        }
    }
}
