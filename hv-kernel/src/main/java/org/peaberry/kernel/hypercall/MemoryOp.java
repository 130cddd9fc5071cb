/** memory_op: a domain's memory and its physical address space. */
package org.peaberry.kernel.hypercall;

import static org.peaberry.kernel.abi.Errno.EFAULT;
import static org.peaberry.kernel.abi.Errno.EINVAL;
import static org.peaberry.kernel.abi.Errno.ENOSYS;
import static org.peaberry.kernel.abi.Errno.EOPNOTSUPP;
import static org.peaberry.kernel.abi.Errno.EPERM;
import static org.peaberry.kernel.abi.Errno.ESRCH;
import static org.peaberry.kernel.abi.Errno.OK;

import org.peaberry.kernel.domain.Domain;
import org.peaberry.kernel.hypercall.MemoryArguments.MemoryMapBuffer;
import org.peaberry.kernel.hypercall.MemoryArguments.MemoryMapEntry;
import org.peaberry.kernel.memory.MemoryMap;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.HostFrame;

/**
 * Commands are public/memory.h's XENMEM_*, in the lower six bits of the first argument; the bits above say with which extent a call goes
 * on that was cut short. Commands for guests that see machine frames give ENOSYS (Xen: hvm_memory_op).
 */
final class MemoryOp extends Hypercall {
    static final int COMMAND = 0;
    static final int STRUCTURE = 1;
    /** Bits of the command. */
    static final int COMMAND_BITS = 6;
    private static final int COMMAND_MASK = (1 << COMMAND_BITS) - 1;

    @Override
    public long call(HypercallContext call) {
        return switch (call.intArgument(COMMAND) & COMMAND_MASK) {
            case 0, 1, 6 -> ReservationOp.call(call);
            case 2 -> call.host().allocator().table().frames();
            case 3, 4, 14 -> count(call);
            case 7 -> PhysmapOp.add(call);
            case 9 -> memoryMap(call);
            case 11 -> EOPNOTSUPP;
            case 15 -> PhysmapOp.remove(call);
            case 23 -> PhysmapOp.addBatch(call);
            case 26, 28 -> EOPNOTSUPP;
            default -> ENOSYS;
        };
    }

    /** The command without the extent to go on with. */
    static int command(HypercallContext call) {
        return call.intArgument(COMMAND) & COMMAND_MASK;
    }

    /** The extent to begin with. */
    static long startExtent(HypercallContext call) {
        return call.argument(COMMAND) >>> COMMAND_BITS;
    }

    /** Ends the call for now, to go on with an extent. */
    static long continueWith(HypercallContext call, long extent) {
        return call.continueLater(COMMAND, command(call) | extent << COMMAND_BITS);
    }

    private static long count(HypercallContext call) {
        if (startExtent(call) != 0) {
            return EINVAL;
        }
        Address copy = call.copyIn(call.argument(STRUCTURE), Short.BYTES);
        if (copy.isZero()) {
            return EFAULT;
        }
        Domain domain = call.domainNamed(copy.loadShort() & 0xffff);
        if (domain == null) {
            return ESRCH;
        }
        if (!call.mayControl(domain)) {
            return EPERM;
        }
        return switch (command(call)) {
            case 3 -> domain.ownMemory().count();
            case 4 -> domain.ownMemory().maximum();
            default -> lastGuestFrame(domain.memoryMap());
        };
    }

    private static long lastGuestFrame(MemoryMap map) {
        return map.count() == 0 ? 0 : (map.end(map.count() - 1) - 1) >>> HostFrame.SHIFT;
    }

    /** As many entries as fit; ENOSYS while the domain has no map. */
    private static long memoryMap(HypercallContext call) {
        MemoryMap map = call.domain().memoryMap();
        if (map.count() == 0) {
            return ENOSYS;
        }
        Address copy = call.copyIn(call.argument(STRUCTURE), MemoryMapBuffer.SIZE);
        if (copy.isZero()) {
            return EFAULT;
        }
        MemoryMapBuffer values = RawMemory.at(MemoryMapBuffer.class, copy);
        int count = Integer.compareUnsigned(values.entries(), map.count()) < 0 ? values.entries() : map.count();
        Address entry = call.allocate(MemoryMapEntry.SIZE);
        for (int i = 0; i < count; i++) {
            MemoryMapEntry written = RawMemory.at(MemoryMapEntry.class, entry);
            written.start(map.start(i));
            written.size(map.end(i) - map.start(i));
            written.type(map.kind(i).number());
            if (!call.write(values.buffer() + (long) i * MemoryMapEntry.SIZE, entry, MemoryMapEntry.SIZE)) {
                return EFAULT;
            }
        }
        values.entries(count);
        return call.write(call.argument(STRUCTURE), copy, MemoryMapBuffer.SIZE) ? OK : EFAULT;
    }
}
