/** VT-x as the kernel sees it. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.cpu.PerCpu;
import org.peaberry.arch.paging.PageTable;
import org.peaberry.arch.paging.TableFrames;
import org.peaberry.arch.virtualization.GuestPermissions;
import org.peaberry.arch.virtualization.HostMemory;
import org.peaberry.arch.virtualization.NestedPageTable;
import org.peaberry.arch.virtualization.RunLimit;
import org.peaberry.arch.virtualization.StructureMemory;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.arch.virtualization.VirtualMachine;
import org.peaberry.arch.virtualization.VirtualizationBackend;
import org.peaberry.arch.virtualization.VirtualizationOptions;
import org.peaberry.arch.vmx.diagnosis.CurrentVmcs;
import org.peaberry.arch.vmx.diagnosis.EntryDiagnosis;
import org.peaberry.arch.vmx.diagnosis.ProcessorLimits;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.exception.StackTrace;

public final class VmxBackend extends VirtualizationBackend {
    /** 0F 01 C1. Intel SDM vol. 3, VMCALL. */
    private static final int VMCALL = 0xC1010F;
    /** 0 is the host's. */
    private static final int FIRST_VIRTUAL_PROCESSOR = 1;
    private static final int LAST_VIRTUAL_PROCESSOR = 0xffff;

    private static final int MAXIMUM_CPUS = 256;

    private final RunLimit[] runLimits = new RunLimit[MAXIMUM_CPUS];
    private final VmxFeatures features;
    private final FixedControlBits fixedBits;
    private final HostMemory memory;
    private final CurrentVmcs currentVmcs = new CurrentVmcs();
    private final EntryDiagnosis diagnosis = new EntryDiagnosis(currentVmcs, new ProcessorLimits());
    private int nextVirtualProcessor = FIRST_VIRTUAL_PROCESSOR;

    private VmxBackend(VmxFeatures features, FixedControlBits fixedBits, HostMemory memory) {
        this.features = features;
        this.fixedBits = fixedBits;
        this.memory = memory;
    }

    /** Whether the processor has VT-x at all. */
    public static boolean isPresent() {
        return VmxRequirements.isPresent();
    }

    /** @throws org.peaberry.arch.virtualization.VirtualizationException when VT-x or a part of it that is needed is missing */
    @BootOnly
    public static VmxBackend create(HostMemory memory, VirtualizationOptions options) {
        VmxRequirements.check();
        return new VmxBackend(new VmxFeatures(options), new FixedControlBits(), memory);
    }

    @Override
    public String name() {
        return "VT-x";
    }

    @Override
    public String[] usedFeatures() {
        return features.optionalFeatures();
    }

    @Override
    @BootOnly
    public void enable() {
        VmxRequirements.check();
        VmxCpu.enable(features, new StructureMemory(memory));
        runLimits[PerCpu.cpuNumber()] = new RunLimit();
    }

    @Override
    public RunLimit runLimit() {
        return features.hasPreemptionTimer ? runLimits[PerCpu.cpuNumber()] : null;
    }

    @Override
    public int hypercallInstruction() {
        return VMCALL;
    }

    @Override
    public NestedPageTable createNestedPageTable(TableFrames frames) {
        return new NestedPageTable(EptFormat.INSTANCE, frames, features.hasGigabytePages ? PageTable.LEVEL_1G : PageTable.LEVEL_2M);
    }

    @Override
    public GuestPermissions createPermissions() {
        return new VmxPermissions(new StructureMemory(memory));
    }

    /** Identifiers come again after 65,535 virtual CPUs; translations are forgotten before the first entry of each. */
    @Override
    public VirtualCpu createVirtualCpu(VirtualMachine machine) {
        int identifier = nextVirtualProcessor;
        nextVirtualProcessor = identifier == LAST_VIRTUAL_PROCESSOR ? FIRST_VIRTUAL_PROCESSOR : identifier + 1;
        return new VmxVirtualCpu(this, machine, new StructureMemory(memory), identifier);
    }

    /** Prints why the entry of the current VMCS failed. @param reason as in {@link EntryDiagnosis#explain} */
    void diagnose(long region, int reason, StackTrace.Printer out) {
        currentVmcs.region(region);
        diagnosis.explain(reason, out);
    }

    VmxFeatures features() {
        return features;
    }

    FixedControlBits fixedBits() {
        return fixedBits;
    }
}
