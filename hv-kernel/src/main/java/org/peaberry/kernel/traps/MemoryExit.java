/** An access to guest-physical memory that is not mapped: an emulated device, a device of the machine's, or nothing. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.decode.MemoryMappedDevice;
import org.peaberry.arch.virtualization.NestedFault;
import org.peaberry.kernel.domain.GuestRequest;
import org.peaberry.kernel.domain.Vcpu;
import org.peaberry.kernel.interrupt.ApicMode;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;

/** Code that lies where no memory is reads as ones, which are no instruction: Intel SDM vol. 2D, table A-6, FF /7. */
final class MemoryExit implements GuestRequest {
    private final GuestCrash crash;

    MemoryExit(GuestCrash crash) {
        this.crash = crash;
    }

    @Override
    public void serve(Vcpu vcpu) {
        serve(vcpu, vcpu.processor().nestedFault());
    }

    void serve(Vcpu vcpu, NestedFault fault) {
        VcpuPlatform platform = VcpuPlatform.of(vcpu);
        GuestPhysicalAddress address = fault.address();
        MemoryMappedDevice device = emulated(platform, address);
        if (device == null) {
            HoleMapper holes = platform.domain().holes();
            if (!fault.isMapped() && holes != null && holes.map(address)) {
                return;
            }
            device = NoDevice.INSTANCE;
        }
        if (fault.isFetch() && !fault.isTableWalk()) {
            GuestFault.invalidOpcode(vcpu.processor());
        } else if (!platform.emulator().emulate(fault, device)) {
            crash.memory(vcpu, fault);
        }
    }

    private static MemoryMappedDevice emulated(VcpuPlatform platform, GuestPhysicalAddress address) {
        if (LocalApicPage.contains(address)) {
            return platform.apic().mode() == ApicMode.XAPIC ? platform.apicPage() : NoDevice.INSTANCE;
        }
        return platform.domain().ioApics().at(address);
    }
}
