/** Where device interrupts go: dom0's I/O APICs, and the local APIC that delivered them. */
package org.peaberry.kernel.boot;

import org.peaberry.arch.apic.LocalApic;
import org.peaberry.kernel.domain.Domain;
import org.peaberry.kernel.interrupt.DeviceInterrupts;

final class DeviceEnds implements DeviceInterrupts.Ends {
    private final LocalApic apic;
    private Domain dom0;

    DeviceEnds(LocalApic apic) {
        this.apic = apic;
    }

    void connect(Domain domain) {
        dom0 = domain;
    }

    @Override
    public void endOfInterrupt() {
        apic.endOfInterrupt();
    }

    @Override
    public void setLine(int gsi, boolean asserted) {
        if (dom0 != null) {
            dom0.devices().setInterruptLine(gsi, asserted);
        }
    }
}
