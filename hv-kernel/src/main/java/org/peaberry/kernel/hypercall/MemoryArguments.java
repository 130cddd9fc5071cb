/** The structures that memory_op takes. */
package org.peaberry.kernel.hypercall;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;

/** Xen: public/memory.h, struct xen_*. */
final class MemoryArguments {
    private MemoryArguments() {
    }

    /** xen_memory_reservation. */
    @RawStructure(size = Reservation.SIZE)
    interface Reservation {
        int SIZE = 32;

        /** Guest address of an array of frame numbers. */
        @At(0) long list();
        @At(8) long extents();
        /** Binary logarithm of the frames in an extent. */
        @At(16) int order();
        @At(20) int flags();
        @At(24) char domain();
    }

    /** xen_add_to_physmap. */
    @RawStructure(size = AddToPhysmap.SIZE)
    interface AddToPhysmap {
        int SIZE = 24;

        @At(0) char domain();
        @At(2) char size();
        @At(4) int space();
        @At(8) long index();
        @At(16) long guestFrame();
    }

    /** xen_add_to_physmap_batch. */
    @RawStructure(size = AddToPhysmapBatch.SIZE)
    interface AddToPhysmapBatch {
        int SIZE = 32;

        @At(0) char domain();
        @At(2) char space();
        @At(4) char count();
        @At(6) char foreignDomain();
        /** Guest addresses of arrays: indexes, frame numbers, and ints for the errors. */
        @At(8) long indexes();
        @At(16) long guestFrames();
        @At(24) long errors();
    }

    /** xen_remove_from_physmap. */
    @RawStructure(size = RemoveFromPhysmap.SIZE)
    interface RemoveFromPhysmap {
        int SIZE = 16;

        @At(0) char domain();
        @At(8) long guestFrame();
    }

    /** xen_memory_map. */
    @RawStructure(size = MemoryMapBuffer.SIZE)
    interface MemoryMapBuffer {
        int SIZE = 16;

        @At(0) int entries();
        @At(0) void entries(int count);
        /** Guest address. */
        @At(8) long buffer();
    }

    /** An entry of a memory map, as INT 15h, AX=E820h gives it: without padding. */
    @RawStructure(size = MemoryMapEntry.SIZE)
    interface MemoryMapEntry {
        int SIZE = 20;

        @At(0) void start(long address);
        @At(8) void size(long bytes);
        @At(16) void type(int number);
    }
}
