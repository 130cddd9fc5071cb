/** Frames and blocks of a simulated direct map; every release is checked. */
package org.peaberry.arch.virtualization;

import java.util.HashMap;
import java.util.Map;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.memory.SimulatedMemory;
import org.peaberry.runtime.unboxed.HostFrame;

public final class SimulatedHostMemory implements HostMemory {
    private static final long FIRST = 0x1000;

    private final Map<Long, Integer> used = new HashMap<>();
    private final long end;
    private long next = FIRST;

    public SimulatedHostMemory(int frames) {
        end = FIRST + frames;
        SimulatedMemory.current().map(DirectMap.addressOf(HostFrame.of(FIRST)).toLong(), frames * HostFrame.SIZE);
    }

    @Override
    public HostFrame allocate() {
        return allocateBlock(0);
    }

    @Override
    public void release(HostFrame frame) {
        releaseBlock(frame, 0);
    }

    @Override
    public HostFrame allocateBlock(int order) {
        long start = next + (1L << order) - 1 & -(1L << order);
        if (start + (1L << order) > end) {
            return HostFrame.of(NONE);
        }
        next = start + (1L << order);
        used.put(start, order);
        Memory.fillWords(DirectMap.addressOf(HostFrame.of(start)).toLong(), 0, (HostFrame.SIZE << order) / Long.BYTES);
        return HostFrame.of(start);
    }

    @Override
    public void releaseBlock(HostFrame first, int order) {
        if (!Integer.valueOf(order).equals(used.remove(first.toLong()))) {
            throw new IllegalStateException("released what was not allocated so: " + first + " of order " + order);
        }
    }

    /** Takes away all but so many frames. */
    public void leave(int frames) {
        next = end - frames;
    }

    /** Blocks that are allocated. */
    public int used() {
        return used.size();
    }
}
