/** AMD-V as the kernel sees it. */
package org.peaberry.arch.svm;

import org.peaberry.arch.cpu.PerCpu;
import org.peaberry.arch.paging.LongModeFormat;
import org.peaberry.arch.paging.PageTable;
import org.peaberry.arch.paging.TableFrames;
import org.peaberry.arch.virtualization.GuestPermissions;
import org.peaberry.arch.virtualization.HostMemory;
import org.peaberry.arch.virtualization.NestedPageTable;
import org.peaberry.arch.virtualization.StructureMemory;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.arch.virtualization.VirtualMachine;
import org.peaberry.arch.virtualization.VirtualizationBackend;
import org.peaberry.runtime.annotation.BootOnly;

public final class SvmBackend extends VirtualizationBackend {
    private static final int MAXIMUM_CPUS = 256;
    /** 0F 01 D9. AMD APM vol. 3, VMMCALL. */
    private static final int VMMCALL = 0xD9010F;

    private final SvmFeatures features;
    private final HostMemory memory;
    private final SvmCpu[] cpus = new SvmCpu[MAXIMUM_CPUS];

    private SvmBackend(SvmFeatures features, HostMemory memory) {
        this.features = features;
        this.memory = memory;
    }

    /** Whether the processor has AMD-V at all. */
    public static boolean isPresent() {
        return SvmFeatures.isPresent();
    }

    /** @throws org.peaberry.arch.virtualization.VirtualizationException when AMD-V or a part of it that is needed is missing */
    @BootOnly
    public static SvmBackend create(HostMemory memory) {
        SvmFeatures.require();
        return new SvmBackend(new SvmFeatures(), memory);
    }

    @Override
    public String name() {
        return "AMD-V";
    }

    @Override
    public String[] usedFeatures() {
        return SvmFeatures.optionalFeatures();
    }

    @Override
    @BootOnly
    public void enable() {
        SvmFeatures.require();
        cpus[PerCpu.cpuNumber()] = SvmCpu.enable(features, new StructureMemory(memory));
    }

    @Override
    public int hypercallInstruction() {
        return VMMCALL;
    }

    @Override
    public NestedPageTable createNestedPageTable(TableFrames frames) {
        int largest = features.hasGigabytePages ? PageTable.LEVEL_1G : PageTable.LEVEL_2M;
        return new NestedPageTable(LongModeFormat.NESTED, frames, largest);
    }

    @Override
    public GuestPermissions createPermissions() {
        return new SvmPermissions(new StructureMemory(memory));
    }

    @Override
    public VirtualCpu createVirtualCpu(VirtualMachine machine) {
        return new SvmVirtualCpu(this, machine, new StructureMemory(memory));
    }

    SvmFeatures features() {
        return features;
    }

    /** The CPU that runs this. */
    SvmCpu thisCpu() {
        return cpus[PerCpu.cpuNumber()];
    }
}
