/** event_channel_op: makes, uses and ends event channels. */
package org.peaberry.kernel.hypercall;

import static org.peaberry.kernel.abi.Errno.EFAULT;
import static org.peaberry.kernel.abi.Errno.EINVAL;
import static org.peaberry.kernel.abi.Errno.ENOSYS;
import static org.peaberry.kernel.abi.Errno.EPERM;
import static org.peaberry.kernel.abi.Errno.ESRCH;
import static org.peaberry.kernel.abi.Errno.OK;

import org.peaberry.kernel.domain.Domain;
import org.peaberry.kernel.domain.DomainId;
import org.peaberry.kernel.event.EventChannel;
import org.peaberry.kernel.event.EventChannels;
import org.peaberry.kernel.hypercall.EventChannelArguments.AllocateUnbound;
import org.peaberry.kernel.hypercall.EventChannelArguments.BindInterdomain;
import org.peaberry.kernel.hypercall.EventChannelArguments.BindInterprocessor;
import org.peaberry.kernel.hypercall.EventChannelArguments.BindVcpu;
import org.peaberry.kernel.hypercall.EventChannelArguments.BindVirtualInterrupt;
import org.peaberry.kernel.hypercall.EventChannelArguments.Reset;
import org.peaberry.kernel.hypercall.EventChannelArguments.Status;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;

/**
 * Commands are public/event_channel.h's EVTCHNOP_*. The FIFO layout (11 to 13) is not offered, and guests fall back to the two-level
 * one. PIRQs (2) do not exist for domains with an emulated I/O APIC (Xen: XENFEAT_hvm_pirqs is not reported).
 */
final class EventChannelOp extends Hypercall {
    private static final int COMMAND = 0;
    private static final int STRUCTURE = 1;

    @Override
    public long call(HypercallContext call) {
        return switch (call.intArgument(COMMAND)) {
            case 0 -> bindInterdomain(call);
            case 1 -> bindVirtualInterrupt(call);
            case 2 -> EINVAL;
            case 3 -> close(call);
            case 4 -> send(call);
            case 5 -> status(call);
            case 6 -> allocateUnbound(call);
            case 7 -> bindInterprocessor(call);
            case 8 -> bindVcpu(call);
            case 9 -> unmask(call);
            case 10 -> reset(call);
            default -> ENOSYS;
        };
    }

    private static long allocateUnbound(HypercallContext call) {
        Address copy = call.copyIn(call.argument(STRUCTURE), AllocateUnbound.SIZE);
        if (copy.isZero()) {
            return EFAULT;
        }
        AllocateUnbound values = RawMemory.at(AllocateUnbound.class, copy);
        Domain domain = call.domainNamed(values.domain());
        if (domain == null) {
            return ESRCH;
        }
        if (!call.mayControl(domain)) {
            return EPERM;
        }
        int port = domain.events().allocateUnbound(resolve(call, values.remoteDomain()));
        if (port < 0) {
            return port;
        }
        values.port(port);
        return finish(call, copy, AllocateUnbound.SIZE, domain.events(), port);
    }

    private static long bindInterdomain(HypercallContext call) {
        Address copy = call.copyIn(call.argument(STRUCTURE), BindInterdomain.SIZE);
        if (copy.isZero()) {
            return EFAULT;
        }
        BindInterdomain values = RawMemory.at(BindInterdomain.class, copy);
        EventChannels events = call.domain().events();
        int port = events.bindInterdomain(resolve(call, values.remoteDomain()), values.remotePort());
        if (port < 0) {
            return port;
        }
        values.localPort(port);
        return finish(call, copy, BindInterdomain.SIZE, events, port);
    }

    private static long bindVirtualInterrupt(HypercallContext call) {
        Address copy = call.copyIn(call.argument(STRUCTURE), BindVirtualInterrupt.SIZE);
        if (copy.isZero()) {
            return EFAULT;
        }
        BindVirtualInterrupt values = RawMemory.at(BindVirtualInterrupt.class, copy);
        EventChannels events = call.domain().events();
        int port = events.bindVirtualInterrupt(values.number(), values.vcpu());
        if (port < 0) {
            return port;
        }
        values.port(port);
        return finish(call, copy, BindVirtualInterrupt.SIZE, events, port);
    }

    private static long bindInterprocessor(HypercallContext call) {
        Address copy = call.copyIn(call.argument(STRUCTURE), BindInterprocessor.SIZE);
        if (copy.isZero()) {
            return EFAULT;
        }
        BindInterprocessor values = RawMemory.at(BindInterprocessor.class, copy);
        EventChannels events = call.domain().events();
        int port = events.bindInterprocessor(values.vcpu());
        if (port < 0) {
            return port;
        }
        values.port(port);
        return finish(call, copy, BindInterprocessor.SIZE, events, port);
    }

    /** Tells the caller its new port; one that it cannot be told is closed again. */
    private static long finish(HypercallContext call, Address copy, int bytes, EventChannels events, int port) {
        if (call.write(call.argument(STRUCTURE), copy, bytes)) {
            return OK;
        }
        events.close(port);
        return EFAULT;
    }

    private static long close(HypercallContext call) {
        Address copy = call.copyIn(call.argument(STRUCTURE), Integer.BYTES);
        return copy.isZero() ? EFAULT : call.domain().events().close(copy.loadInt());
    }

    private static long send(HypercallContext call) {
        Address copy = call.copyIn(call.argument(STRUCTURE), Integer.BYTES);
        return copy.isZero() ? EFAULT : call.domain().events().send(copy.loadInt());
    }

    private static long unmask(HypercallContext call) {
        Address copy = call.copyIn(call.argument(STRUCTURE), Integer.BYTES);
        return copy.isZero() ? EFAULT : call.domain().events().unmask(copy.loadInt());
    }

    private static long bindVcpu(HypercallContext call) {
        Address copy = call.copyIn(call.argument(STRUCTURE), BindVcpu.SIZE);
        if (copy.isZero()) {
            return EFAULT;
        }
        BindVcpu values = RawMemory.at(BindVcpu.class, copy);
        return call.domain().events().bindVcpu(values.port(), values.vcpu());
    }

    private static long reset(HypercallContext call) {
        Address copy = call.copyIn(call.argument(STRUCTURE), Reset.SIZE);
        if (copy.isZero()) {
            return EFAULT;
        }
        Domain domain = call.domainNamed(RawMemory.at(Reset.class, copy).domain());
        if (domain == null) {
            return ESRCH;
        }
        return call.mayControl(domain) ? domain.events().reset() : EPERM;
    }

    private static long status(HypercallContext call) {
        Address copy = call.copyIn(call.argument(STRUCTURE), Status.SIZE);
        if (copy.isZero()) {
            return EFAULT;
        }
        Status values = RawMemory.at(Status.class, copy);
        Domain domain = call.domainNamed(values.domain());
        if (domain == null) {
            return ESRCH;
        }
        if (!call.mayControl(domain)) {
            return EPERM;
        }
        if (!domain.events().isValid(values.port())) {
            return EINVAL;
        }
        describe(domain.events().channel(values.port()), values);
        return call.write(call.argument(STRUCTURE), copy, Status.SIZE) ? OK : EFAULT;
    }

    private static void describe(EventChannel channel, Status values) {
        values.status(channel.stateNumber());
        values.vcpu(channel.vcpu());
        switch (channel.state()) {
            case UNBOUND -> values.remoteDomain(channel.remoteDomain());
            case INTERDOMAIN -> {
                values.remoteDomain(channel.remoteDomain());
                values.remotePort(channel.source());
            }
            case PHYSICAL_INTERRUPT, VIRTUAL_INTERRUPT -> values.interrupt(channel.source());
            default -> {
            }
        }
    }

    private static int resolve(HypercallContext call, int domain) {
        return domain == DomainId.SELF ? call.domain().id() : domain;
    }
}
