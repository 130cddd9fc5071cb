/** What the hypervisor emulates for a whole domain: I/O APICs, and the rules for CPUID, ports and device memory. */
package org.peaberry.kernel.traps;

import org.peaberry.kernel.domain.DomainDevices;
import org.peaberry.kernel.interrupt.IoApic;

public final class DomainPlatform implements DomainDevices {
    private final CpuidTable cpuid;
    private final MsrPolicy registers;
    private final PortPolicy ports;
    private final IoApicPages ioApics;
    private final HoleMapper holes;

    /** @param holes null when the domain has no device memory of the machine's */
    public DomainPlatform(CpuidTable cpuid, MsrPolicy registers, PortPolicy ports, IoApicPages ioApics, HoleMapper holes) {
        this.cpuid = cpuid;
        this.registers = registers;
        this.ports = ports;
        this.ioApics = ioApics;
        this.holes = holes;
    }

    CpuidTable cpuid() {
        return cpuid;
    }

    MsrPolicy registers() {
        return registers;
    }

    PortPolicy ports() {
        return ports;
    }

    IoApicPages ioApics() {
        return ioApics;
    }

    HoleMapper holes() {
        return holes;
    }

    @Override
    public void setInterruptLine(int gsi, boolean asserted) {
        IoApic ioApic = ioApics.ofLine(gsi);
        if (ioApic != null) {
            ioApic.setLine(gsi - ioApic.firstGsi(), asserted);
        }
    }
}
