/** What all domains share: the machine's memory, clock, and who is told of their fate. */
package org.peaberry.kernel.domain;

import org.peaberry.kernel.memory.FrameAllocator;
import org.peaberry.kernel.memory.MemoryMap;
import org.peaberry.kernel.time.TscClock;
import org.peaberry.kernel.time.WallClock;

public final class Host {
    private final FrameAllocator allocator;
    private final TscClock clock;
    private final WallClock wallClock = new WallClock();
    private final MemoryMap memoryMap;
    private final DomainTable domains = new DomainTable();
    private final DomainObserver observer;

    /**
     * @param memoryMap the machine's, as firmware gave it
     */
    public Host(FrameAllocator allocator, TscClock clock, MemoryMap memoryMap, DomainObserver observer) {
        this.allocator = allocator;
        this.clock = clock;
        this.memoryMap = memoryMap;
        this.observer = observer;
    }

    public FrameAllocator allocator() {
        return allocator;
    }

    public TscClock clock() {
        return clock;
    }

    public WallClock wallClock() {
        return wallClock;
    }

    public MemoryMap memoryMap() {
        return memoryMap;
    }

    public DomainTable domains() {
        return domains;
    }

    public DomainObserver observer() {
        return observer;
    }

    /** Sets the date for all domains. */
    public void setDate(long seconds, int nanoseconds, long systemTime) {
        wallClock.set(seconds, nanoseconds, systemTime);
        for (int id = 0; id < DomainTable.LIMIT; id++) {
            Domain domain = domains.find(id);
            if (domain != null) {
                domain.publishDate();
            }
        }
    }
}
