/** XENMEM_populate_physmap, decrease_reservation and increase_reservation: memory comes and goes in extents. */
package org.peaberry.kernel.hypercall;

import org.peaberry.kernel.domain.Domain;
import org.peaberry.kernel.hypercall.MemoryArguments.Reservation;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.GuestFrame;

/** These commands return how many extents are done; whatever is wrong ends them early (Xen: do_memory_op). */
final class ReservationOp {
    private static final int DECREASE = 1;
    private static final int POPULATE = 6;
    /** The extent's number must fit above the command in 32 bits. */
    private static final long EXTENT_LIMIT = 0xffff_ffffL >>> MemoryOp.COMMAND_BITS;
    /** Greatest orders (Xen: CONFIG_HWDOM_MAX_ORDER, CONFIG_DOMU_MAX_ORDER). */
    private static final int PRIVILEGED_ORDER = 12;
    private static final int ORDER = 9;

    private ReservationOp() {
    }

    static long call(HypercallContext call) {
        long start = MemoryOp.startExtent(call);
        Address copy = call.copyIn(call.argument(MemoryOp.STRUCTURE), Reservation.SIZE);
        if (copy.isZero()) {
            return start;
        }
        Reservation values = RawMemory.at(Reservation.class, copy);
        Domain domain = call.domainNamed(values.domain());
        if (domain == null || !call.mayControl(domain) || !isSound(call, values, start)) {
            return start;
        }
        return run(call, domain, values, start);
    }

    private static boolean isSound(HypercallContext call, Reservation values, long start) {
        int largest = call.domain().isPrivileged() ? PRIVILEGED_ORDER : ORDER;
        long extents = values.extents();
        return extents >= 0 && extents <= EXTENT_LIMIT && start < extents && values.order() >= 0 && values.order() <= largest;
    }

    private static long run(HypercallContext call, Domain domain, Reservation values, long start) {
        Address frame = call.allocate(Long.BYTES);
        for (long done = start; done < values.extents(); done++) {
            if (done > start && call.shouldYield()) {
                return MemoryOp.continueWith(call, done);
            }
            long entry = values.list() + done * Long.BYTES;
            if (!call.read(entry, frame, Long.BYTES) || !change(call, domain, GuestFrame.of(frame.loadLong()), values.order())) {
                return done;
            }
            if (MemoryOp.command(call) == POPULATE && !call.write(entry, frame, Long.BYTES)) {
                return done;
            }
        }
        return values.extents();
    }

    /** Frames of guests with nested paging have no use without a place, so increasing without one does nothing. */
    private static boolean change(HypercallContext call, Domain domain, GuestFrame first, int order) {
        return switch (MemoryOp.command(call)) {
            case POPULATE -> domain.ownMemory().populate(first, order);
            case DECREASE -> decrease(domain, first, order);
            default -> false;
        };
    }

    private static boolean decrease(Domain domain, GuestFrame first, int order) {
        for (long i = 0; i < 1L << order; i++) {
            if (!domain.ownMemory().remove(first.plus(i))) {
                return false;
            }
        }
        return true;
    }
}
