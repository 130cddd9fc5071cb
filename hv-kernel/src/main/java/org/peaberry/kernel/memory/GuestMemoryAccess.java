/** Copies between hypervisor and guest memory. */
package org.peaberry.kernel.memory;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.arch.virtualization.GuestMemory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;
import org.peaberry.runtime.unboxed.GuestVirtualAddress;
import org.peaberry.runtime.unboxed.HostFrame;

/**
 * Whatever the guest passes, the host does not fault: every page is looked up and referenced before it is touched. A copy that meets
 * an unmapped page, a device's page or, when it writes, a read-only page stops there and tells so. Copies cross pages freely.
 */
public final class GuestMemoryAccess implements GuestMemory {
    private final GuestPhysicalMap map;
    private final FrameAllocator allocator;

    public GuestMemoryAccess(GuestPhysicalMap map, FrameAllocator allocator) {
        this.map = map;
        this.allocator = allocator;
    }

    @Override
    public Address addressOf(GuestPhysicalAddress address) {
        HostFrame frame = map.memoryBehind(address.frame());
        return NoFrame.is(frame) ? Address.zero() : DirectMap.addressOf(frame).plus(address.offsetInFrame());
    }

    @Override
    public Address writableAddressOf(GuestPhysicalAddress address) {
        return map.isWritable(address.frame()) ? addressOf(address) : Address.zero();
    }

    /** Copies from guest physical memory; false when part of it is not the guest's memory. */
    public boolean read(GuestPhysicalAddress from, Address to, long bytes) {
        for (long done = 0; done < bytes;) {
            long piece = pieceAt(from.toLong() + done, bytes - done);
            if (!readPiece(from.plus(done), to.plus(done), piece)) {
                return false;
            }
            done += piece;
        }
        return true;
    }

    /** Copies to guest physical memory; false when part of it is not the guest's memory or read-only. */
    public boolean write(GuestPhysicalAddress to, Address from, long bytes) {
        for (long done = 0; done < bytes;) {
            long piece = pieceAt(to.toLong() + done, bytes - done);
            if (!writePiece(to.plus(done), from.plus(done), piece)) {
                return false;
            }
            done += piece;
        }
        return true;
    }

    /** Copies from a linear address; false when a page of it is not mapped or not memory. */
    public boolean read(AddressTranslation translation, GuestVirtualAddress from, Address to, long bytes) {
        for (long done = 0; done < bytes;) {
            long piece = pieceAt(from.toLong() + done, bytes - done);
            GuestPhysicalAddress physical = translation.translate(from.plus(done), false);
            if (isNotMapped(physical) || !readPiece(physical, to.plus(done), piece)) {
                return false;
            }
            done += piece;
        }
        return true;
    }

    /** Copies to a linear address; false when a page of it is not mapped, not writable or not memory. */
    public boolean write(AddressTranslation translation, GuestVirtualAddress to, Address from, long bytes) {
        for (long done = 0; done < bytes;) {
            long piece = pieceAt(to.toLong() + done, bytes - done);
            GuestPhysicalAddress physical = translation.translate(to.plus(done), true);
            if (isNotMapped(physical) || !writePiece(physical, from.plus(done), piece)) {
                return false;
            }
            done += piece;
        }
        return true;
    }

    private boolean readPiece(GuestPhysicalAddress from, Address to, long bytes) {
        FrameReference reference = map.take(from.frame());
        if (reference.isNone()) {
            return false;
        }
        try {
            copy(to, DirectMap.addressOf(reference.frame()).plus(from.offsetInFrame()), bytes);
            return true;
        } finally {
            allocator.release(reference);
        }
    }

    private boolean writePiece(GuestPhysicalAddress to, Address from, long bytes) {
        FrameReference reference = map.take(to.frame());
        if (reference.isNone()) {
            return false;
        }
        try {
            if (!map.isWritable(to.frame())) {
                return false;
            }
            copy(DirectMap.addressOf(reference.frame()).plus(to.offsetInFrame()), from, bytes);
            return true;
        } finally {
            allocator.release(reference);
        }
    }

    private static boolean isNotMapped(GuestPhysicalAddress address) {
        return address.toLong() == AddressTranslation.NOT_MAPPED;
    }

    /** Bytes up to the end of the page or of the copy. */
    private static long pieceAt(long address, long bytes) {
        return Math.min(bytes, HostFrame.SIZE - (address & HostFrame.SIZE - 1));
    }

    /** Structures of the interface consist of words, for which eight bytes a step are several times faster than single ones. */
    private static void copy(Address to, Address from, long bytes) {
        long words = bytes / Long.BYTES;
        for (long i = 0; i < words; i++) {
            to.store(i * Long.BYTES, from.loadLong(i * Long.BYTES));
        }
        for (long i = words * Long.BYTES; i < bytes; i++) {
            to.store(i, from.loadByte(i));
        }
    }
}
