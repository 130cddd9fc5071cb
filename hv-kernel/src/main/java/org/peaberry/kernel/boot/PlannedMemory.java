/** Memory for unpacking dom0's kernel, before there is a frame allocator. */
package org.peaberry.kernel.boot;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.kernel.unpack.UnpackMemory;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.unboxed.Address;

@BootOnly
final class PlannedMemory implements UnpackMemory {
    private final MemoryPlan plan;

    PlannedMemory(MemoryPlan plan) {
        this.plan = plan;
    }

    @Override
    public Address take(long bytes, String purpose) {
        return DirectMap.addressOf(plan.take(bytes, purpose));
    }

    @Override
    public Address takeCleared(long bytes, String purpose) {
        Address start = take(bytes, purpose);
        Memory.fillWords(start.toLong(), 0, (bytes + Long.BYTES - 1) / Long.BYTES);
        return start;
    }

    @Override
    public void giveBack(Address start, long bytes) {
        plan.giveBack(DirectMap.physicalOf(start), bytes);
    }
}
