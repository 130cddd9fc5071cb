/** hvm_op: parameters of domains with nested paging, and how they are told of events. */
package org.peaberry.kernel.hypercall;

import static org.peaberry.kernel.abi.Errno.EFAULT;
import static org.peaberry.kernel.abi.Errno.EINVAL;
import static org.peaberry.kernel.abi.Errno.ENOENT;
import static org.peaberry.kernel.abi.Errno.ENOSYS;
import static org.peaberry.kernel.abi.Errno.EOPNOTSUPP;
import static org.peaberry.kernel.abi.Errno.EPERM;
import static org.peaberry.kernel.abi.Errno.ESRCH;
import static org.peaberry.kernel.abi.Errno.OK;

import org.peaberry.kernel.domain.Domain;
import org.peaberry.kernel.domain.HvmParameters;
import org.peaberry.kernel.domain.Vcpu;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;

/** Commands are public/hvm/hvm_op.h's HVMOP_*. */
final class HvmOp extends Hypercall {
    private static final int COMMAND = 0;
    private static final int STRUCTURE = 1;
    /** Vectors below are exceptions (Xen: hvmop_set_evtchn_upcall_vector). */
    private static final int FIRST_VECTOR = 0x10;
    private static final int UPCALL_VECTOR_BYTES = 8;
    private static final int VECTOR_OFFSET = 4;
    private static final int PAGETABLE_DYING_BYTES = 16;

    @Override
    public long call(HypercallContext call) {
        return switch (call.intArgument(COMMAND)) {
            case 0 -> setParameter(call);
            case 1 -> getParameter(call);
            case 9 -> pagetableDying(call);
            case 10 -> time(call);
            case 23 -> setUpcallVector(call);
            case 24, 25 -> EOPNOTSUPP;
            default -> ENOSYS;
        };
    }

    private static long setParameter(HypercallContext call) {
        Address copy = call.copyIn(call.argument(STRUCTURE), HvmParameter.SIZE);
        if (copy.isZero()) {
            return EFAULT;
        }
        HvmParameter values = RawMemory.at(HvmParameter.class, copy);
        long error = check(call, values);
        if (error != OK) {
            return error;
        }
        Domain domain = call.domainNamed(values.domain());
        if (domain == call.domain() && !HvmParameters.isSetByGuest(values.index())) {
            return EPERM;
        }
        if (values.index() == HvmParameters.CALLBACK_IRQ && !domain.setUpcall(values.value())) {
            return EINVAL;
        }
        domain.parameters().set(values.index(), values.value());
        return OK;
    }

    private static long getParameter(HypercallContext call) {
        Address copy = call.copyIn(call.argument(STRUCTURE), HvmParameter.SIZE);
        if (copy.isZero()) {
            return EFAULT;
        }
        HvmParameter values = RawMemory.at(HvmParameter.class, copy);
        long error = check(call, values);
        if (error != OK) {
            return error;
        }
        Domain domain = call.domainNamed(values.domain());
        if (domain == call.domain() && !HvmParameters.isReadByGuest(values.index())) {
            return EPERM;
        }
        values.value(domain.parameters().get(values.index()));
        return call.write(call.argument(STRUCTURE), copy, HvmParameter.SIZE) ? OK : EFAULT;
    }

    /** What holds for setting and getting alike. */
    private static long check(HypercallContext call, HvmParameter values) {
        int index = values.index();
        if (index < 0 || index >= HvmParameters.COUNT) {
            return EINVAL;
        }
        Domain domain = call.domainNamed(values.domain());
        if (domain == null) {
            return ESRCH;
        }
        if (!call.mayControl(domain)) {
            return EPERM;
        }
        return HvmParameters.isDeprecated(index) ? EINVAL : OK;
    }

    /** A hint for shadow paging, which nested paging does not need (Xen gives this error then). */
    private static long pagetableDying(HypercallContext call) {
        Address copy = call.copyIn(call.argument(STRUCTURE), PAGETABLE_DYING_BYTES);
        if (copy.isZero()) {
            return EFAULT;
        }
        Domain domain = call.domainNamed(copy.loadShort() & 0xffff);
        if (domain == null) {
            return ESRCH;
        }
        return domain == call.domain() ? EINVAL : EOPNOTSUPP;
    }

    private static long time(HypercallContext call) {
        Address copy = call.allocate(Long.BYTES);
        copy.store(call.caller().now());
        return call.write(call.argument(STRUCTURE), copy, Long.BYTES) ? OK : EFAULT;
    }

    /** What is pending already is told by the new vector too. */
    private static long setUpcallVector(HypercallContext call) {
        Address copy = call.copyIn(call.argument(STRUCTURE), UPCALL_VECTOR_BYTES);
        if (copy.isZero()) {
            return EFAULT;
        }
        int vector = copy.loadByte(VECTOR_OFFSET) & 0xff;
        if (vector < FIRST_VECTOR) {
            return EINVAL;
        }
        Vcpu vcpu = call.domain().vcpu(copy.loadInt());
        if (vcpu == null) {
            return ENOENT;
        }
        vcpu.upcallVector(vector);
        vcpu.upcallPending();
        return OK;
    }
}
