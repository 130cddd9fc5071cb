/** grant_table_op: domains let others use their memory. */
package org.peaberry.kernel.hypercall;

import static org.peaberry.kernel.abi.Errno.EFAULT;
import static org.peaberry.kernel.abi.Errno.EINVAL;
import static org.peaberry.kernel.abi.Errno.ENOSYS;
import static org.peaberry.kernel.abi.Errno.EPERM;
import static org.peaberry.kernel.abi.Errno.ESRCH;
import static org.peaberry.kernel.abi.Errno.OK;

import org.peaberry.kernel.domain.Domain;
import org.peaberry.kernel.grant.GrantStatus;
import org.peaberry.kernel.grant.GrantTable;
import org.peaberry.kernel.hypercall.GrantTableArguments.Copy;
import org.peaberry.kernel.hypercall.GrantTableArguments.GetVersion;
import org.peaberry.kernel.hypercall.GrantTableArguments.MapGrant;
import org.peaberry.kernel.hypercall.GrantTableArguments.QuerySize;
import org.peaberry.kernel.hypercall.GrantTableArguments.SetupTable;
import org.peaberry.kernel.hypercall.GrantTableArguments.UnmapGrant;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;

/**
 * Commands are public/grant_table.h's GNTTABOP_*; those that Xen keeps from callers with nested paging give ENOSYS (hvm_grant_table_op).
 * Tables are real; mapping and copying by reference is refused for each single entry, with the status that a bad reference gets.
 */
final class GrantTableOp extends Hypercall {
    private static final int COMMAND = 0;
    private static final int STRUCTURE = 1;
    private static final int COUNT = 2;
    /** A frame of the table that is not mapped by the guest. */
    private static final long NO_GUEST_FRAME = -1;

    @Override
    public long call(HypercallContext call) {
        if (call.intArgument(COUNT) < 0) {
            return EINVAL;
        }
        return switch (call.intArgument(COMMAND)) {
            case 0 -> mapAll(call);
            case 1 -> unmapAll(call);
            case 2 -> setupTable(call);
            case 5 -> copyAll(call);
            case 6 -> querySize(call);
            case 8 -> setVersion(call);
            case 10 -> version(call);
            default -> ENOSYS;
        };
    }

    private static long setupTable(HypercallContext call) {
        if (call.intArgument(COUNT) != 1) {
            return EINVAL;
        }
        Address copy = call.copyIn(call.argument(STRUCTURE), SetupTable.SIZE);
        if (copy.isZero()) {
            return EFAULT;
        }
        SetupTable values = RawMemory.at(SetupTable.class, copy);
        values.status(setupTable(call, values));
        return call.write(call.argument(STRUCTURE), copy, SetupTable.SIZE) ? OK : EFAULT;
    }

    private static short setupTable(HypercallContext call, SetupTable values) {
        Domain domain = call.domainNamed(values.domain());
        if (domain == null) {
            return GrantStatus.BAD_DOMAIN;
        }
        if (!call.mayControl(domain)) {
            return GrantStatus.PERMISSION_DENIED;
        }
        int frames = values.frames();
        if (!domain.grants().grow(frames)) {
            return GrantStatus.GENERAL_ERROR;
        }
        Address frame = call.allocate(Long.BYTES);
        for (int i = 0; i < frames; i++) {
            frame.store(domain.grants().isPlaced(i) ? domain.grants().guestFrame(i).toLong() : NO_GUEST_FRAME);
            if (!call.write(values.list() + (long) i * Long.BYTES, frame, Long.BYTES)) {
                return GrantStatus.BAD_VIRTUAL_ADDRESS;
            }
        }
        return GrantStatus.OKAY;
    }

    private static long querySize(HypercallContext call) {
        if (call.intArgument(COUNT) != 1) {
            return EINVAL;
        }
        Address copy = call.copyIn(call.argument(STRUCTURE), QuerySize.SIZE);
        if (copy.isZero()) {
            return EFAULT;
        }
        QuerySize values = RawMemory.at(QuerySize.class, copy);
        Domain domain = call.domainNamed(values.domain());
        if (domain == null) {
            values.status(GrantStatus.BAD_DOMAIN);
        } else if (!call.mayControl(domain)) {
            values.status(GrantStatus.PERMISSION_DENIED);
        } else {
            values.frames(domain.grants().frameCount());
            values.maximumFrames(GrantTable.MAXIMUM_FRAMES);
            values.status(GrantStatus.OKAY);
        }
        return call.write(call.argument(STRUCTURE), copy, QuerySize.SIZE) ? OK : EFAULT;
    }

    /** Version 2 is not offered: ENOSYS, as from a Xen limited to version 1. The version in force is told in any case. */
    private static long setVersion(HypercallContext call) {
        Address copy = call.copyIn(call.argument(STRUCTURE), Integer.BYTES);
        if (copy.isZero()) {
            return EFAULT;
        }
        long result = switch (copy.loadInt()) {
            case GrantTable.VERSION -> OK;
            case 2 -> ENOSYS;
            default -> EINVAL;
        };
        copy.store(GrantTable.VERSION);
        return call.write(call.argument(STRUCTURE), copy, Integer.BYTES) ? result : EFAULT;
    }

    private static long version(HypercallContext call) {
        Address copy = call.copyIn(call.argument(STRUCTURE), GetVersion.SIZE);
        if (copy.isZero()) {
            return EFAULT;
        }
        GetVersion values = RawMemory.at(GetVersion.class, copy);
        Domain domain = call.domainNamed(values.domain());
        if (domain == null) {
            return ESRCH;
        }
        if (!call.mayControl(domain)) {
            return EPERM;
        }
        values.version(GrantTable.VERSION);
        return call.write(call.argument(STRUCTURE), copy, GetVersion.SIZE) ? OK : EFAULT;
    }

    private static long mapAll(HypercallContext call) {
        Address copy = call.allocate(MapGrant.SIZE);
        for (int i = 0; i < call.intArgument(COUNT); i++) {
            if (i > 0 && call.shouldYield()) {
                return continueFrom(call, i, MapGrant.SIZE);
            }
            long guest = call.argument(STRUCTURE) + (long) i * MapGrant.SIZE;
            if (!call.read(guest, copy, MapGrant.SIZE)) {
                return EFAULT;
            }
            MapGrant values = RawMemory.at(MapGrant.class, copy);
            values.status(refusal(call, values.domain()));
            if (!call.write(guest, copy, MapGrant.SIZE)) {
                return EFAULT;
            }
        }
        return OK;
    }

    private static long unmapAll(HypercallContext call) {
        Address copy = call.allocate(UnmapGrant.SIZE);
        for (int i = 0; i < call.intArgument(COUNT); i++) {
            if (i > 0 && call.shouldYield()) {
                return continueFrom(call, i, UnmapGrant.SIZE);
            }
            long guest = call.argument(STRUCTURE) + (long) i * UnmapGrant.SIZE;
            if (!call.read(guest, copy, UnmapGrant.SIZE)) {
                return EFAULT;
            }
            RawMemory.at(UnmapGrant.class, copy).status(GrantStatus.BAD_HANDLE);
            if (!call.write(guest, copy, UnmapGrant.SIZE)) {
                return EFAULT;
            }
        }
        return OK;
    }

    private static long copyAll(HypercallContext call) {
        Address copy = call.allocate(Copy.SIZE);
        for (int i = 0; i < call.intArgument(COUNT); i++) {
            if (i > 0 && call.shouldYield()) {
                return continueFrom(call, i, Copy.SIZE);
            }
            long guest = call.argument(STRUCTURE) + (long) i * Copy.SIZE;
            if (!call.read(guest, copy, Copy.SIZE)) {
                return EFAULT;
            }
            Copy values = RawMemory.at(Copy.class, copy);
            short source = refusal(call, values.sourceDomain());
            values.status(source == GrantStatus.BAD_DOMAIN ? source : refusal(call, values.targetDomain()));
            if (!call.write(guest, copy, Copy.SIZE)) {
                return EFAULT;
            }
        }
        return OK;
    }

    /** The entries before one are done. */
    private static long continueFrom(HypercallContext call, int next, int size) {
        int left = call.intArgument(COUNT) - next;
        call.continueLater(COUNT, left);
        return call.continueLater(STRUCTURE, call.argument(STRUCTURE) + (long) next * size);
    }

    private static short refusal(HypercallContext call, int domain) {
        return call.domainNamed(domain) == null ? GrantStatus.BAD_DOMAIN : GrantStatus.BAD_REFERENCE;
    }
}
