/** sched_op: a vCPU gives its CPU up, or its domain ends. */
package org.peaberry.kernel.hypercall;

import static org.peaberry.kernel.abi.Errno.EFAULT;
import static org.peaberry.kernel.abi.Errno.EINVAL;
import static org.peaberry.kernel.abi.Errno.ENOSYS;
import static org.peaberry.kernel.abi.Errno.EPERM;
import static org.peaberry.kernel.abi.Errno.ESRCH;
import static org.peaberry.kernel.abi.Errno.OK;

import org.peaberry.kernel.domain.Domain;
import org.peaberry.kernel.domain.ShutdownReason;
import org.peaberry.kernel.event.VcpuEvents;
import org.peaberry.kernel.hypercall.SchedArguments.Poll;
import org.peaberry.kernel.hypercall.SchedArguments.RemoteShutdown;
import org.peaberry.kernel.hypercall.SchedArguments.Watchdog;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;

/** Commands are public/sched.h's SCHEDOP_*. */
final class SchedOp extends Hypercall {
    private static final int COMMAND = 0;
    private static final int STRUCTURE = 1;
    /** Ports that a poll names at most (Xen: do_poll). */
    private static final int POLL_LIMIT = 128;

    @Override
    public long call(HypercallContext call) {
        return switch (call.intArgument(COMMAND)) {
            case 0 -> giveWay(call);
            case 1 -> block(call);
            case 2 -> shutDown(call);
            case 3 -> poll(call);
            case 4 -> shutDownRemote(call);
            case 5 -> presetReason(call);
            case 6 -> watchdog(call);
            default -> ENOSYS;
        };
    }

    private static long giveWay(HypercallContext call) {
        call.caller().yield();
        return OK;
    }

    private static long block(HypercallContext call) {
        call.caller().block();
        return OK;
    }

    private static long shutDown(HypercallContext call) {
        Address copy = call.copyIn(call.argument(STRUCTURE), Integer.BYTES);
        return copy.isZero() ? EFAULT : shutDown(call.domain(), copy.loadInt());
    }

    private static long shutDown(Domain domain, int number) {
        ShutdownReason reason = ShutdownReason.of(number);
        if (reason == null) {
            return EINVAL;
        }
        domain.shutDown(reason);
        return OK;
    }

    private static long shutDownRemote(HypercallContext call) {
        Address copy = call.copyIn(call.argument(STRUCTURE), RemoteShutdown.SIZE);
        if (copy.isZero()) {
            return EFAULT;
        }
        RemoteShutdown values = RawMemory.at(RemoteShutdown.class, copy);
        Domain domain = call.host().domains().find(values.domain());
        if (domain == null) {
            return ESRCH;
        }
        return call.domain().isPrivileged() && domain != call.domain() ? shutDown(domain, values.reason()) : EPERM;
    }

    private static long presetReason(HypercallContext call) {
        Address copy = call.copyIn(call.argument(STRUCTURE), Integer.BYTES);
        if (copy.isZero()) {
            return EFAULT;
        }
        ShutdownReason reason = ShutdownReason.of(copy.loadInt());
        if (reason == null) {
            return EINVAL;
        }
        call.domain().presetShutdownReason(reason);
        return OK;
    }

    private static long watchdog(HypercallContext call) {
        Address copy = call.copyIn(call.argument(STRUCTURE), Watchdog.SIZE);
        if (copy.isZero()) {
            return EFAULT;
        }
        Watchdog values = RawMemory.at(Watchdog.class, copy);
        return call.domain().watchdogs().set(values.id(), values.timeout());
    }

    /** Returns at once when one of the ports is pending already. */
    private static long poll(HypercallContext call) {
        Address copy = call.copyIn(call.argument(STRUCTURE), Poll.SIZE);
        if (copy.isZero()) {
            return EFAULT;
        }
        Poll values = RawMemory.at(Poll.class, copy);
        int count = values.count();
        if (count < 0 || count > POLL_LIMIT) {
            return EINVAL;
        }
        Address ports = call.copyIn(values.ports(), count * Integer.BYTES);
        if (ports.isZero()) {
            return EFAULT;
        }
        call.caller().poll(count == 1 ? ports.loadInt() : VcpuEvents.ANY_PORT, values.timeout());
        long result = checkPorts(call, ports, count);
        if (result != 0) {
            call.caller().endPoll();
        }
        return Math.min(result, OK);
    }

    /** 1 when a port is pending, 0 when none is, or an error. */
    private static long checkPorts(HypercallContext call, Address ports, int count) {
        for (int i = 0; i < count; i++) {
            int port = ports.loadInt((long) i * Integer.BYTES);
            if (!call.domain().events().isValid(port)) {
                return EINVAL;
            }
            if (call.domain().events().isPending(port)) {
                return 1;
            }
        }
        return call.caller().hasReasonToWake() ? 1 : 0;
    }
}
