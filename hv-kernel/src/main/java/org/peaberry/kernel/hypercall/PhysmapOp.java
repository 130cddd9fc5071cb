/** XENMEM_add_to_physmap and its kin: pages of the hypervisor's appear in a domain's physical address space. */
package org.peaberry.kernel.hypercall;

import static org.peaberry.kernel.abi.Errno.EFAULT;
import static org.peaberry.kernel.abi.Errno.EINVAL;
import static org.peaberry.kernel.abi.Errno.ENOENT;
import static org.peaberry.kernel.abi.Errno.ENOMEM;
import static org.peaberry.kernel.abi.Errno.ENOSYS;
import static org.peaberry.kernel.abi.Errno.EOPNOTSUPP;
import static org.peaberry.kernel.abi.Errno.EPERM;
import static org.peaberry.kernel.abi.Errno.ESRCH;
import static org.peaberry.kernel.abi.Errno.OK;

import org.peaberry.kernel.domain.Domain;
import org.peaberry.kernel.hypercall.MemoryArguments.AddToPhysmap;
import org.peaberry.kernel.hypercall.MemoryArguments.AddToPhysmapBatch;
import org.peaberry.kernel.hypercall.MemoryArguments.RemoveFromPhysmap;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.GuestFrame;

/** Spaces are public/memory.h's XENMAPSPACE_*. */
final class PhysmapOp {
    private static final int SHARED_INFO = 0;
    private static final int GRANT_TABLE = 1;
    private static final int GUEST_FRAME = 2;
    private static final int GUEST_FRAME_RANGE = 3;
    private static final int FOREIGN_FRAME = 4;

    private PhysmapOp() {
    }

    static long add(HypercallContext call) {
        Address copy = call.copyIn(call.argument(MemoryOp.STRUCTURE), AddToPhysmap.SIZE);
        if (copy.isZero()) {
            return EFAULT;
        }
        AddToPhysmap values = RawMemory.at(AddToPhysmap.class, copy);
        if (values.space() == FOREIGN_FRAME) {
            return ENOSYS;
        }
        Domain domain = call.domainNamed(values.domain());
        if (domain == null) {
            return ESRCH;
        }
        if (!call.mayControl(domain)) {
            return EPERM;
        }
        return place(domain, values.space(), values.index(), GuestFrame.of(values.guestFrame()));
    }

    static long addBatch(HypercallContext call) {
        Address copy = call.copyIn(call.argument(MemoryOp.STRUCTURE), AddToPhysmapBatch.SIZE);
        if (copy.isZero()) {
            return EFAULT;
        }
        AddToPhysmapBatch values = RawMemory.at(AddToPhysmapBatch.class, copy);
        if (values.space() == GUEST_FRAME_RANGE) {
            return EOPNOTSUPP;
        }
        Domain domain = call.domainNamed(values.domain());
        if (domain == null) {
            return ESRCH;
        }
        if (!call.mayControl(domain)) {
            return EPERM;
        }
        if (values.space() == FOREIGN_FRAME) {
            return call.host().domains().find(values.foreignDomain()) == null ? ESRCH : EOPNOTSUPP;
        }
        return runBatch(call, domain, values);
    }

    private static long runBatch(HypercallContext call, Domain domain, AddToPhysmapBatch values) {
        Address item = call.allocate(2 * Long.BYTES);
        Address error = call.allocate(Integer.BYTES);
        for (long i = MemoryOp.startExtent(call); i < values.count(); i++) {
            boolean isRead = call.read(values.indexes() + i * Long.BYTES, item, Long.BYTES)
                    && call.read(values.guestFrames() + i * Long.BYTES, item.plus(Long.BYTES), Long.BYTES);
            if (!isRead) {
                return EFAULT;
            }
            error.store(place(domain, values.space(), item.loadLong(), GuestFrame.of(item.loadLong(Long.BYTES))));
            if (!call.write(values.errors() + i * Integer.BYTES, error, Integer.BYTES)) {
                return EFAULT;
            }
            if (i + 1 < values.count() && call.shouldYield()) {
                return MemoryOp.continueWith(call, i + 1);
            }
        }
        return OK;
    }

    static long remove(HypercallContext call) {
        Address copy = call.copyIn(call.argument(MemoryOp.STRUCTURE), RemoveFromPhysmap.SIZE);
        if (copy.isZero()) {
            return EFAULT;
        }
        RemoveFromPhysmap values = RawMemory.at(RemoveFromPhysmap.class, copy);
        Domain domain = call.domainNamed(values.domain());
        if (domain == null) {
            return ESRCH;
        }
        if (!call.mayControl(domain)) {
            return EPERM;
        }
        return domain.sharedPages().remove(GuestFrame.of(values.guestFrame())) ? OK : ENOENT;
    }

    /** Moving a domain's own frames about is not offered: an identity map would not be one any more. */
    private static int place(Domain domain, int space, long index, GuestFrame at) {
        if (!domain.physicalMap().isValid(at)) {
            return EINVAL;
        }
        return switch (space) {
            case SHARED_INFO -> index != 0 ? EINVAL : domain.sharedPages().placeSharedInfo(at) ? OK : ENOMEM;
            case GRANT_TABLE -> placeGrantFrame(domain, index, at);
            case GUEST_FRAME, GUEST_FRAME_RANGE -> EOPNOTSUPP;
            default -> EINVAL;
        };
    }

    private static int placeGrantFrame(Domain domain, long index, GuestFrame at) {
        boolean isFrame = index >= 0 && index < Integer.MAX_VALUE && domain.grants().grow((int) index + 1);
        if (!isFrame) {
            return EINVAL;
        }
        return domain.sharedPages().placeGrantFrame((int) index, at) ? OK : ENOMEM;
    }
}
