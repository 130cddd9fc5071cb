/** The processor's way to run guests. The kernel talks to this alone. */
package org.peaberry.arch.virtualization;

import org.peaberry.arch.paging.TableFrames;

public abstract class VirtualizationBackend {
    /** "AMD-V", for example. */
    public abstract String name();

    /** Names of the optional features that are present and used. */
    public abstract String[] usedFeatures();

    /**
     * Turns virtualization on, on the CPU that runs this; once on every CPU, after its descriptor tables are installed.
     *
     * @throws VirtualizationException when firmware has locked it off
     */
    public abstract void enable();

    /** The limit of guests' runs on the CPU that runs this; null where the processor has none, and a timer interrupt must do. */
    public RunLimit runLimit() {
        return null;
    }

    /** Bytes of the instruction that is a hypercall here (VMMCALL or VMCALL), the first in the lowest bits; three bytes. */
    public abstract int hypercallInstruction();

    /** @throws IllegalStateException when memory is exhausted */
    public abstract NestedPageTable createNestedPageTable(TableFrames frames);

    /** @throws IllegalStateException when memory is exhausted */
    public abstract GuestPermissions createPermissions();

    /**
     * A virtual CPU in the state after INIT; see {@link StartState}.
     *
     * @throws IllegalStateException when memory is exhausted
     */
    public abstract VirtualCpu createVirtualCpu(VirtualMachine machine);
}
