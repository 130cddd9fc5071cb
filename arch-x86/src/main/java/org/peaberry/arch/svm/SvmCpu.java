/** What AMD-V needs of one physical CPU: where VMRUN and VMSAVE keep the host's state, and the identifiers in use. */
package org.peaberry.arch.svm;

import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.virtualization.StructureMemory;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.unboxed.PhysicalAddress;

final class SvmCpu {
    private final PhysicalAddress hostState;
    private final AsidAllocator asids;

    private SvmCpu(PhysicalAddress hostState, AsidAllocator asids) {
        this.hostState = hostState;
        this.asids = asids;
    }

    /** Turns AMD-V on, on the CPU that runs this. AMD APM vol. 2, sections 15.4 and 15.30.4. */
    @BootOnly
    static SvmCpu enable(SvmFeatures features, StructureMemory memory) {
        Processor.writeMsr(Msr.EFER, Processor.readMsr(Msr.EFER) | Efer.SVM);
        Processor.writeMsr(Msr.VM_HOST_SAVE_AREA, memory.frame().toLong());
        if (features.hasTscRate) {
            Processor.writeMsr(Msr.TSC_RATIO, SvmMsr.TSC_RATIO_ONE);
        }
        long vectorState = features.hasXsave ? Cr4.OS_FXSAVE | Cr4.OS_XSAVE : Cr4.OS_FXSAVE;
        Processor.writeCr4(Processor.readCr4() | vectorState);
        PhysicalAddress hostState = memory.frame();
        Processor.vmSave(hostState);
        return new SvmCpu(hostState, new AsidAllocator(features.asidCount));
    }

    /** Holds what VMLOAD gives the host back: GS base and task register above all. */
    PhysicalAddress hostState() {
        return hostState;
    }

    AsidAllocator asids() {
        return asids;
    }
}
