/** A simulated machine's memory for tests: a direct map and a frame allocator over it. */
package org.peaberry.kernel.memory;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.runtime.memory.SimulatedMemory;

public final class SimulatedHost {
    public final SimulatedMemory memory = SimulatedMemory.install();
    public final FrameAllocator allocator;

    /** Memory from address zero on, its low megabyte reserved. */
    public SimulatedHost(long bytes) {
        memory.map(DirectMap.BASE, bytes);
        MemoryMap map = new MemoryMap();
        map.set(0, bytes, MemoryKind.RAM);
        allocator = new BootMemory(map).start();
    }

    public FrameTable table() {
        return allocator.table();
    }
}
