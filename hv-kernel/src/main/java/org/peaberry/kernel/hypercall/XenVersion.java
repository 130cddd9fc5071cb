/** xen_version: which hypervisor this is and what it can do. */
package org.peaberry.kernel.hypercall;

import static org.peaberry.kernel.abi.Errno.EFAULT;
import static org.peaberry.kernel.abi.Errno.EINVAL;
import static org.peaberry.kernel.abi.Errno.ENODATA;
import static org.peaberry.kernel.abi.Errno.ENOSYS;
import static org.peaberry.kernel.abi.Errno.EPERM;
import static org.peaberry.kernel.abi.Errno.OK;

import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.HostFrame;

/** Commands are public/version.h's XENVER_*. */
final class XenVersion extends Hypercall {
    private static final int COMMAND = 0;
    private static final int STRUCTURE = 1;
    /** Lengths of the character arrays: public/version.h. */
    private static final int EXTRA_VERSION_BYTES = 16;
    private static final int CAPABILITIES_BYTES = 1024;
    private static final int CHANGESET_BYTES = 64;
    private static final int COMMAND_LINE_BYTES = 1024;
    private static final int COMPILER_BYTES = 64;
    private static final int COMPILED_BY_BYTES = 16;
    private static final int COMPILE_DOMAIN_BYTES = 32;
    private static final int COMPILE_DATE_BYTES = 32;
    private static final int HANDLE_BYTES = 16;
    /** public/arch-x86/xen-x86_64.h, __HYPERVISOR_VIRT_START: where Xen's address space begins for guests that share it. */
    private static final long VIRTUAL_START = 0xffff_8000_0000_0000L;
    private static final int FEATURE_INFO_BYTES = 8;
    private static final int SUBMAP_OFFSET = 4;

    private final HypervisorIdentity identity;

    XenVersion(MachineServices machine) {
        identity = machine.identity();
    }

    @Override
    public long call(HypercallContext call) {
        return switch (call.intArgument(COMMAND)) {
            case 0 -> HypervisorIdentity.MAJOR << Short.SIZE | HypervisorIdentity.MINOR;
            case 1 -> text(call, HypervisorIdentity.EXTRA_VERSION, EXTRA_VERSION_BYTES);
            case 2 -> compileInfo(call);
            case 3 -> text(call, HypervisorIdentity.CAPABILITIES, CAPABILITIES_BYTES);
            case 4 -> text(call, HypervisorIdentity.CHANGESET, CHANGESET_BYTES);
            case 5 -> platformParameters(call);
            case 6 -> features(call);
            case 7 -> call.argument(STRUCTURE) == 0 ? HostFrame.SIZE : EINVAL;
            case 8 -> handle(call);
            case 9 -> commandLine(call);
            case 10 -> call.domain().isPrivileged() ? ENODATA : EPERM;
            default -> ENOSYS;
        };
    }

    private long text(HypercallContext call, String text, int bytes) {
        Address copy = call.allocate(bytes);
        store(copy, text, bytes);
        return call.write(call.argument(STRUCTURE), copy, bytes) ? OK : EFAULT;
    }

    private long commandLine(HypercallContext call) {
        return call.domain().isPrivileged() ? text(call, identity.commandLine(), COMMAND_LINE_BYTES) : EPERM;
    }

    private long compileInfo(HypercallContext call) {
        int bytes = COMPILER_BYTES + COMPILED_BY_BYTES + COMPILE_DOMAIN_BYTES + COMPILE_DATE_BYTES;
        Address copy = call.allocate(bytes);
        store(copy, HypervisorIdentity.COMPILER, COMPILER_BYTES);
        Address by = copy.plus(COMPILER_BYTES);
        store(by, HypervisorIdentity.COMPILED_BY, COMPILED_BY_BYTES);
        Address domain = by.plus(COMPILED_BY_BYTES);
        store(domain, HypervisorIdentity.COMPILE_DOMAIN, COMPILE_DOMAIN_BYTES);
        store(domain.plus(COMPILE_DOMAIN_BYTES), identity.compileDate(), COMPILE_DATE_BYTES);
        return call.write(call.argument(STRUCTURE), copy, bytes) ? OK : EFAULT;
    }

    private static long platformParameters(HypercallContext call) {
        Address copy = call.allocate(Long.BYTES);
        copy.store(VIRTUAL_START);
        return call.write(call.argument(STRUCTURE), copy, Long.BYTES) ? OK : EFAULT;
    }

    private static long features(HypercallContext call) {
        Address copy = call.copyIn(call.argument(STRUCTURE), FEATURE_INFO_BYTES);
        if (copy.isZero()) {
            return EFAULT;
        }
        if (copy.loadInt() != 0) {
            return EINVAL;
        }
        copy.store(SUBMAP_OFFSET, Feature.of(call.domain()));
        return call.write(call.argument(STRUCTURE), copy, FEATURE_INFO_BYTES) ? OK : EFAULT;
    }

    /** The domain's UUID: all zero for dom0, the only domain there is without a toolstack. */
    private static long handle(HypercallContext call) {
        Address copy = call.allocate(HANDLE_BYTES);
        return call.write(call.argument(STRUCTURE), copy, HANDLE_BYTES) ? OK : EFAULT;
    }

    /** Latin-1 into a zeroed array that keeps its last byte zero. */
    private static void store(Address to, String text, int bytes) {
        for (int i = 0; i < text.length() && i < bytes - 1; i++) {
            to.store(i, (byte) text.charAt(i));
        }
    }
}
