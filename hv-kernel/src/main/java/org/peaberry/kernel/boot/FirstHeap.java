/** Memory for objects before the machine's memory is known: a part of the image. */
package org.peaberry.kernel.boot;

import org.peaberry.runtime.allocation.Heap;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;

@BootOnly
public final class FirstHeap {
    private FirstHeap() {
    }

    /** {@link BootSequence} gives a larger one later. */
    public static void start() {
        Address start = RawMemory.symbol("boot_heap");
        Heap.initialize(start, RawMemory.symbol("boot_heap_end").distanceFrom(start));
    }
}
