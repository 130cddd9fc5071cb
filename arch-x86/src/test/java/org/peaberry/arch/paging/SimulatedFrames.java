/** Frames of a simulated direct map, counted, with a limit. */
package org.peaberry.arch.paging;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.memory.SimulatedMemory;
import org.peaberry.runtime.unboxed.HostFrame;

public final class SimulatedFrames implements TableFrames {
    private static final long FIRST = 0x1000;

    private final ArrayDeque<Long> free = new ArrayDeque<>();
    private final Set<Long> used = new HashSet<>();

    /** Installs a simulated memory with that many frames for tables. */
    public SimulatedFrames(int count) {
        SimulatedMemory memory = SimulatedMemory.install();
        for (long i = 0; i < count; i++) {
            free.add(FIRST + i);
        }
        memory.map(DirectMap.addressOf(HostFrame.of(FIRST)).toLong(), count * HostFrame.SIZE);
    }

    @Override
    public HostFrame allocate() {
        Long frame = free.poll();
        if (frame == null) {
            return HostFrame.of(NONE);
        }
        used.add(frame);
        Memory.fillWords(DirectMap.addressOf(HostFrame.of(frame)).toLong(), 0, HostFrame.SIZE / Long.BYTES);
        return HostFrame.of(frame);
    }

    @Override
    public void release(HostFrame frame) {
        if (!used.remove(frame.toLong())) {
            throw new IllegalStateException("released a frame that is not in use: " + frame);
        }
        free.add(frame.toLong());
    }

    /** Frames that are allocated. */
    public int used() {
        return used.size();
    }
}
