/** vcpu_op: vCPUs come and go, are timed, and say where they want to be told of it. */
package org.peaberry.kernel.hypercall;

import static org.peaberry.kernel.abi.Errno.EEXIST;
import static org.peaberry.kernel.abi.Errno.EFAULT;
import static org.peaberry.kernel.abi.Errno.EINVAL;
import static org.peaberry.kernel.abi.Errno.ENOENT;
import static org.peaberry.kernel.abi.Errno.ENOSYS;
import static org.peaberry.kernel.abi.Errno.ENXIO;
import static org.peaberry.kernel.abi.Errno.EOPNOTSUPP;
import static org.peaberry.kernel.abi.Errno.OK;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.kernel.domain.Domain;
import org.peaberry.kernel.domain.RunstateInfo;
import org.peaberry.kernel.domain.ShutdownReason;
import org.peaberry.kernel.domain.Vcpu;
import org.peaberry.kernel.event.VcpuInfo;
import org.peaberry.kernel.hypercall.VcpuArguments.RegisterInfo;
import org.peaberry.kernel.hypercall.VcpuArguments.SingleShotTimer;
import org.peaberry.kernel.memory.FrameReference;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.GuestFrame;
import org.peaberry.runtime.unboxed.GuestVirtualAddress;
import org.peaberry.runtime.unboxed.HostFrame;

/** Commands are public/vcpu.h's VCPUOP_*. */
final class VcpuOp extends Hypercall {
    private static final int COMMAND = 0;
    private static final int VCPU = 1;
    private static final int STRUCTURE = 2;
    /** Bounds of a period: a millisecond, and Xen's STIME_DELTA_MAX (2^58 ns). */
    private static final long SHORTEST_PERIOD = 1_000_000;
    private static final long LONGEST_PERIOD = 1L << 58;

    @Override
    public long call(HypercallContext call) {
        Vcpu vcpu = call.domain().vcpu(call.intArgument(VCPU));
        if (vcpu == null) {
            return ENOENT;
        }
        return switch (call.intArgument(COMMAND)) {
            case 0 -> vcpu.isInitialised() ? EEXIST : EOPNOTSUPP;
            case 1 -> bringUp(vcpu);
            case 2 -> takeDown(vcpu);
            case 3 -> vcpu.isUp() ? 1 : 0;
            case 4 -> runstate(call, vcpu);
            case 5 -> registerRunstateArea(call, vcpu);
            case 6 -> setPeriodicTimer(call, vcpu);
            case 7 -> stopPeriodicTimer(vcpu);
            case 8 -> setSingleShotTimer(call, vcpu);
            case 9 -> stopSingleShotTimer(call, vcpu);
            case 10 -> registerInfo(call, vcpu);
            case 11 -> sendNmi(call, vcpu);
            case 12 -> EINVAL;
            case 13 -> registerTimeArea(call, vcpu);
            default -> ENOSYS;
        };
    }

    private static long bringUp(Vcpu vcpu) {
        if (!vcpu.isInitialised()) {
            return EINVAL;
        }
        vcpu.bringUp();
        return OK;
    }

    /** The last vCPU that goes ends the domain. */
    private static long takeDown(Vcpu vcpu) {
        Domain domain = vcpu.domain();
        for (int i = 0; i < domain.vcpuCount(); i++) {
            if (i != vcpu.index() && domain.vcpu(i).isUp()) {
                vcpu.takeDown();
                return OK;
            }
        }
        domain.shutDown(ShutdownReason.POWER_OFF);
        return OK;
    }

    private static long runstate(HypercallContext call, Vcpu vcpu) {
        RunstateInfo info = vcpu.clock().currentRunstate();
        return call.write(call.argument(STRUCTURE), RawMemory.addressOf(info), RunstateInfo.SIZE) ? OK : EFAULT;
    }

    private static long registerRunstateArea(HypercallContext call, Vcpu vcpu) {
        Address copy = call.copyIn(call.argument(STRUCTURE), Long.BYTES);
        boolean isDone = !copy.isZero() && vcpu.clock().registerRunstateArea(GuestVirtualAddress.of(copy.loadLong()));
        return isDone ? OK : EFAULT;
    }

    private static long registerTimeArea(HypercallContext call, Vcpu vcpu) {
        Address copy = call.copyIn(call.argument(STRUCTURE), Long.BYTES);
        boolean isDone = !copy.isZero() && vcpu.clock().registerTimeArea(GuestVirtualAddress.of(copy.loadLong()));
        return isDone ? OK : EFAULT;
    }

    private static long setPeriodicTimer(HypercallContext call, Vcpu vcpu) {
        Address copy = call.copyIn(call.argument(STRUCTURE), Long.BYTES);
        if (copy.isZero()) {
            return EFAULT;
        }
        long period = copy.loadLong();
        if (period < SHORTEST_PERIOD || period > LONGEST_PERIOD) {
            return EINVAL;
        }
        vcpu.setPeriodicTimer(period);
        return OK;
    }

    private static long stopPeriodicTimer(Vcpu vcpu) {
        vcpu.stopPeriodicTimer();
        return OK;
    }

    private static long setSingleShotTimer(HypercallContext call, Vcpu vcpu) {
        if (vcpu != call.caller()) {
            return EINVAL;
        }
        Address copy = call.copyIn(call.argument(STRUCTURE), SingleShotTimer.SIZE);
        if (copy.isZero()) {
            return EFAULT;
        }
        vcpu.setSingleShotTimer(RawMemory.at(SingleShotTimer.class, copy).deadline());
        return OK;
    }

    private static long stopSingleShotTimer(HypercallContext call, Vcpu vcpu) {
        if (vcpu != call.caller()) {
            return EINVAL;
        }
        vcpu.stopSingleShotTimer();
        return OK;
    }

    private static long sendNmi(HypercallContext call, Vcpu vcpu) {
        if (call.argument(STRUCTURE) != 0) {
            return EINVAL;
        }
        vcpu.devices().requestNmi();
        vcpu.notifyInterrupt();
        return OK;
    }

    private static long registerInfo(HypercallContext call, Vcpu vcpu) {
        Address copy = call.copyIn(call.argument(STRUCTURE), RegisterInfo.SIZE);
        if (copy.isZero()) {
            return EFAULT;
        }
        RegisterInfo values = RawMemory.at(RegisterInfo.class, copy);
        return moveInfo(call, vcpu, GuestFrame.of(values.guestFrame()), values.offset());
    }

    /** Once for each vCPU; the domain's reference to the frame stays taken for as long as it lives. */
    private static long moveInfo(HypercallContext call, Vcpu vcpu, GuestFrame frame, int offset) {
        if (offset < 0 || offset > HostFrame.SIZE - VcpuInfo.SIZE || offset % Long.BYTES != 0) {
            return ENXIO;
        }
        if (vcpu.hasMovedInfo() || vcpu != call.caller() && vcpu.isUp()) {
            return EINVAL;
        }
        if (!call.domain().physicalMap().isWritable(frame)) {
            return EINVAL;
        }
        FrameReference reference = call.domain().physicalMap().take(frame);
        if (reference.isNone()) {
            return EINVAL;
        }
        vcpu.moveInfo(reference, DirectMap.addressOf(reference.frame()).plus(offset));
        return OK;
    }
}
