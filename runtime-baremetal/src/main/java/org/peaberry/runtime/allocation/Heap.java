/** Where {@code new} takes memory from: the boot heap, then a reserve for exceptions, or the pool that is growing. */
package org.peaberry.runtime.allocation;

import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.annotation.Shared;
import org.peaberry.runtime.unboxed.Address;

/**
 * Objects are never freed and memory is never retyped, so a stale reference sees an object of its own type. Hot paths prove with
 * {@code @NoAllocation} that they never come here; after {@link #seal} what still does are exceptions and their messages, which a bounded
 * reserve serves.
 */
public final class Heap {
    private static final Region BOOT = new Region();
    private static final Region RESERVE = new Region();
    private static final Region TEMPORARY = new Region();
    private static final OutOfMemoryError EXHAUSTED = new OutOfMemoryError("heap exhausted");

    @Shared(reason = "changed at boot, and for the time that a pool grows: one processor runs")
    private static Region current = BOOT;
    @Shared(reason = "written at boot")
    private static boolean sealed;

    private Heap() {
    }

    /** Gives the boot heap its memory, which must be zeroed. */
    @BootOnly
    public static void initialize(Address start, long bytes) {
        BOOT.refill(start, bytes);
    }

    /**
     * From now on {@code new} takes from the given memory, which must be zeroed, until {@link #leaveTemporary}. For work at boot whose
     * objects are all garbage at its end: nothing may refer to them any more when the memory gets another use.
     */
    @BootOnly
    public static void enterTemporary(Address start, long bytes) {
        TEMPORARY.refill(start, bytes);
        use(TEMPORARY);
    }

    /** Back to the boot heap. */
    @BootOnly
    public static void leaveTemporary() {
        use(BOOT);
    }

    /** Ends boot allocation; from now on {@code new} takes from the reserve of the given bytes, cut from the boot heap's rest. */
    @BootOnly
    public static void seal(long reserveBytes) {
        Address reserve = BOOT.take(reserveBytes);
        if (reserve.isZero()) {
            throw EXHAUSTED;
        }
        RESERVE.refill(reserve, reserveBytes);
        use(RESERVE);
        sealed = true;
    }

    public static boolean isSealed() {
        return sealed;
    }

    /** Bytes the region in use still has. */
    public static long remaining() {
        return current.remaining();
    }

    /** Makes {@code new} take from another region until the result is given back to this method. The caller holds the pool lock. */
    static Region use(Region region) {
        Region before = current;
        current = region;
        if (region == BOOT) {
            AllocationWindow.open();
        } else {
            AllocationWindow.close();
        }
        return before;
    }

    /** Zeroed memory for an object that compiled code found no room for in the window. */
    static Address takeBesideWindow(long bytes) {
        Address start = current == BOOT ? AllocationWindow.take(BOOT, bytes) : current.take(bytes);
        if (start.isZero()) {
            throw EXHAUSTED;
        }
        return start;
    }

    /** Zeroed memory for an object. */
    static Address take(long bytes) {
        Address start = current.take(bytes);
        if (start.isZero()) {
            throw EXHAUSTED;
        }
        return start;
    }
}
