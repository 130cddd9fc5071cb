/** One guest's VMCS in memory: the CPU on which it is active, and whether it was launched there. Intel SDM vol. 3, section 25.1. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.cpu.PerCpu;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** A processor keeps parts of an active VMCS to itself: on two CPUs at once it would be corrupted. {@link #clear} gives it back to memory. */
final class VmcsRegion {
    private static final int NOWHERE = -1;

    private final long physical;
    private int cpu = NOWHERE;
    private boolean wasLaunched;

    /** @param physical a frame from {@link VmxCpu#region} */
    VmcsRegion(PhysicalAddress physical) {
        this.physical = physical.toLong();
        clear();
    }

    PhysicalAddress physical() {
        return PhysicalAddress.of(physical);
    }

    /** Makes it the current one of the CPU that runs this. @throws IllegalStateException when it is active on another */
    void activate() {
        requireNotElsewhere();
        cpu = PerCpu.cpuNumber();
        VmxCpu.makeCurrent(physical());
    }

    /** Any CPU may activate it from now on; its next entry there is a launch. */
    void clear() {
        requireNotElsewhere();
        VmxCpu.clear(physical());
        cpu = NOWHERE;
        wasLaunched = false;
    }

    /** Whether the guest was entered since {@link #clear}. */
    boolean wasLaunched() {
        return wasLaunched;
    }

    void launched() {
        wasLaunched = true;
    }

    private void requireNotElsewhere() {
        if (cpu != NOWHERE && cpu != PerCpu.cpuNumber()) {
            throw new IllegalStateException("a VMCS is still active on another CPU: unload its vCPU there first");
        }
    }
}
