/** platform_op: dom0 manages the machine. */
package org.peaberry.kernel.hypercall;

import static org.peaberry.kernel.abi.Errno.EACCES;
import static org.peaberry.kernel.abi.Errno.EFAULT;
import static org.peaberry.kernel.abi.Errno.EINVAL;
import static org.peaberry.kernel.abi.Errno.ENOSYS;
import static org.peaberry.kernel.abi.Errno.EPERM;
import static org.peaberry.kernel.abi.Errno.ESRCH;
import static org.peaberry.kernel.abi.Errno.OK;

import org.peaberry.kernel.hypercall.PlatformArguments.CpuInfo;
import org.peaberry.kernel.hypercall.PlatformArguments.EnterSleep;
import org.peaberry.kernel.hypercall.PlatformArguments.FirmwareInfo;
import org.peaberry.kernel.hypercall.PlatformArguments.Header;
import org.peaberry.kernel.hypercall.PlatformArguments.SetTime32;
import org.peaberry.kernel.hypercall.PlatformArguments.SetTime64;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;

/** Commands are public/platform.h's XENPF_*. */
final class PlatformOp extends Hypercall {
    private static final int STRUCTURE = 0;
    /** Greatest ACPI sleep state; S5 is soft off. */
    private static final int DEEPEST_SLEEP = 5;

    private final MachineServices machine;

    PlatformOp(MachineServices machine) {
        this.machine = machine;
    }

    @Override
    public long call(HypercallContext call) {
        Address copy = call.copyIn(call.argument(STRUCTURE), PlatformArguments.SIZE);
        if (copy.isZero()) {
            return EFAULT;
        }
        Header header = RawMemory.at(Header.class, copy);
        if (header.version() != Header.VERSION) {
            return EACCES;
        }
        return switch (header.command()) {
            case 17 -> setTime(call, RawMemory.at(SetTime32.class, copy));
            case 50 -> firmwareInfo(call, copy);
            case 51 -> enterSleep(RawMemory.at(EnterSleep.class, copy));
            case 55 -> cpuInfo(call, copy);
            case 62 -> setTime(call, RawMemory.at(SetTime64.class, copy));
            default -> ENOSYS;
        };
    }

    private static long setTime(HypercallContext call, SetTime32 values) {
        call.host().setDate(Integer.toUnsignedLong(values.seconds()), values.nanoseconds(), values.systemTime());
        return OK;
    }

    private static long setTime(HypercallContext call, SetTime64 values) {
        if (values.mustBeZero() != 0) {
            return EINVAL;
        }
        call.host().setDate(values.seconds(), values.nanoseconds(), values.systemTime());
        return OK;
    }

    /** The hypervisor asks a BIOS nothing, so it has no disks or monitors to tell of; no shift key is held. */
    private static long firmwareInfo(HypercallContext call, Address copy) {
        FirmwareInfo info = RawMemory.at(FirmwareInfo.class, copy);
        return switch (info.type()) {
            case FirmwareInfo.DISK, FirmwareInfo.DISK_SIGNATURE, FirmwareInfo.MONITOR -> ESRCH;
            case FirmwareInfo.EFI -> ENOSYS;
            case FirmwareInfo.KEYBOARD_SHIFT_FLAGS -> shiftFlags(call, info, copy);
            default -> EINVAL;
        };
    }

    private static long shiftFlags(HypercallContext call, FirmwareInfo info, Address copy) {
        if (info.index() != 0) {
            return ESRCH;
        }
        info.shiftFlags((byte) 0);
        return call.write(call.argument(STRUCTURE), copy, PlatformArguments.SIZE) ? OK : EFAULT;
    }

    /** Extended sleep registers (hardware-reduced ACPI) are not known: EPERM, as Xen says where there are none. */
    private long enterSleep(EnterSleep values) {
        if (values.flags() != 0) {
            return EPERM;
        }
        if (values.state() < 1 || values.state() > DEEPEST_SLEEP) {
            return EINVAL;
        }
        return machine.sleep().enter(values.state(), values.controlA(), values.controlB());
    }

    private long cpuInfo(HypercallContext call, Address copy) {
        CpuInfo info = RawMemory.at(CpuInfo.class, copy);
        PhysicalCpus cpus = machine.cpus();
        int cpu = info.cpu();
        if (cpus.isPresent(cpu)) {
            info.apicId(cpus.apicId(cpu));
            info.acpiId(cpus.acpiId(cpu));
            info.flags(CpuInfo.ONLINE);
        } else {
            info.flags(CpuInfo.INVALID);
        }
        info.greatest(cpus.count() - 1);
        return call.write(call.argument(STRUCTURE), copy, PlatformArguments.SIZE) ? OK : EFAULT;
    }
}
