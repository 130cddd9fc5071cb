/** Zeroed memory that compiled code cuts objects from without a call, where one processor runs the program. */
package org.peaberry.runtime.allocation;

import org.peaberry.runtime.annotation.Shared;
import org.peaberry.runtime.unboxed.Address;

/** A piece of the boot heap. While it is closed, {@link #end} is zero, so that every allocation is a call. */
final class AllocationWindow {
    /** Bytes of a piece. */
    private static final long PIECE = 1 << 20;
    /** Larger objects are taken from the heap itself. */
    private static final long LARGEST = PIECE / 8;

    /** Where the next object goes: read and written by compiled code. */
    @Shared(reason = "programs with a window run on one processor")
    private static long next;
    /** Where objects must end: read by compiled code. */
    @Shared(reason = "programs with a window run on one processor")
    private static long end;
    /** {@link #end} while the window is open. */
    @Shared(reason = "programs with a window run on one processor")
    private static long limit;

    private AllocationWindow() {
    }

    /** From now on objects come from elsewhere. */
    static void close() {
        end = 0;
    }

    static void open() {
        end = limit;
    }

    /** Memory for an object that compiled code did not try, or that does not fit: from a fresh piece when it is small. */
    static Address take(Region heap, long bytes) {
        if (bytes <= limit - next) {
            Address start = Address.of(next);
            next += bytes;
            return start;
        }
        if (bytes > LARGEST) {
            return heap.take(bytes);
        }
        Address piece = heap.take(PIECE);
        if (piece.isZero()) {
            return heap.take(bytes);
        }
        next = piece.toLong() + bytes;
        limit = piece.toLong() + PIECE;
        end = limit;
        return piece;
    }
}
