/** physdev_op: dom0 tells of the machine's PCI devices. */
package org.peaberry.kernel.hypercall;

import static org.peaberry.kernel.abi.Errno.EFAULT;
import static org.peaberry.kernel.abi.Errno.EINVAL;
import static org.peaberry.kernel.abi.Errno.ENOSYS;
import static org.peaberry.kernel.abi.Errno.OK;

import org.peaberry.kernel.hypercall.PhysdevArguments.MemoryMappedConfiguration;
import org.peaberry.kernel.hypercall.PhysdevArguments.PciDevice;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;

/**
 * Commands are public/physdev.h's PHYSDEVOP_*. A domain with emulated interrupt controllers gets no PIRQs: all commands about them give
 * ENOSYS (Xen: hvm_physdev_op), and interrupts reach it through its I/O APIC.
 */
final class PhysdevOp extends Hypercall {
    private static final int COMMAND = 0;
    private static final int STRUCTURE = 1;

    private final MachineServices machine;

    PhysdevOp(MachineServices machine) {
        this.machine = machine;
    }

    @Override
    public long call(HypercallContext call) {
        if (!call.domain().isPrivileged()) {
            return ENOSYS;
        }
        return switch (call.intArgument(COMMAND)) {
            case 24 -> reserveConfiguration(call);
            case 25 -> add(call);
            case 26 -> remove(call);
            default -> ENOSYS;
        };
    }

    private long add(HypercallContext call) {
        Address copy = call.copyIn(call.argument(STRUCTURE), PciDevice.ADD_SIZE);
        if (copy.isZero()) {
            return EFAULT;
        }
        PciDevice device = RawMemory.at(PciDevice.class, copy);
        return machine.pci().add(device.segment(), device.bus(), device.function());
    }

    private long remove(HypercallContext call) {
        Address copy = call.copyIn(call.argument(STRUCTURE), PciDevice.SIZE);
        if (copy.isZero()) {
            return EFAULT;
        }
        PciDevice device = RawMemory.at(PciDevice.class, copy);
        return machine.pci().remove(device.segment(), device.bus(), device.function());
    }

    /** dom0 has found the window in its own tables too; it owns it, as all device memory. */
    private static long reserveConfiguration(HypercallContext call) {
        Address copy = call.copyIn(call.argument(STRUCTURE), MemoryMappedConfiguration.SIZE);
        if (copy.isZero()) {
            return EFAULT;
        }
        MemoryMappedConfiguration window = RawMemory.at(MemoryMappedConfiguration.class, copy);
        return window.segment() == 0 && (window.firstBus() & 0xff) <= (window.lastBus() & 0xff) ? OK : EINVAL;
    }
}
