/** What VT-x needs of one physical CPU: VMX operation, and which VMCS is current. Intel SDM vol. 3, sections 24.7 and 25.11. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.PerCpu;
import org.peaberry.arch.cpu.PerCpuArea;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.paging.DirectMap;
import org.peaberry.arch.virtualization.StructureMemory;
import org.peaberry.arch.virtualization.VirtualizationException;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** Words of the CPU's area: the physical address of the current VMCS, an operand for VMPTRLD, a descriptor for INVEPT and INVVPID. */
final class VmxCpu {
    private static final int CURRENT = 0x00;
    private static final int POINTER = 0x08;
    private static final int DESCRIPTOR = 0x10;
    private static final int SECOND_WORD = 0x18;
    private static final int SINGLE_CONTEXT = 1;
    private static final long NONE = 0;

    private VmxCpu() {
    }

    /** Turns VT-x on, on the CPU that runs this. */
    @BootOnly
    static void enable(VmxFeatures features, StructureMemory memory) {
        long control = Processor.readMsr(Msr.FEATURE_CONTROL);
        if ((control & FeatureControl.LOCKED) == 0) {
            Processor.writeMsr(Msr.FEATURE_CONTROL, control | FeatureControl.LOCKED | FeatureControl.VMX_OUTSIDE_SMX);
        }
        long vectorState = features.hasXsave ? Cr4.OS_FXSAVE | Cr4.OS_XSAVE : Cr4.OS_FXSAVE;
        Processor.writeCr0(Processor.readCr0() & Processor.readMsr(Msr.VMX_CR0_FIXED1) | Processor.readMsr(Msr.VMX_CR0_FIXED0));
        Processor.writeCr4((Processor.readCr4() | vectorState) & Processor.readMsr(Msr.VMX_CR4_FIXED1) | Processor.readMsr(Msr.VMX_CR4_FIXED0));
        if (!Processor.vmxOn(pointerTo(region(features, memory)))) {
            throw new VirtualizationException("no VT-x: VMXON failed, although everything it needs is there. Look for a firmware update");
        }
        PerCpu.setVirtualizationState(CURRENT, NONE);
    }

    /** A frame for VMXON or a VMCS. */
    static PhysicalAddress region(VmxFeatures features, StructureMemory memory) {
        PhysicalAddress region = memory.frame();
        DirectMap.addressOf(region).store(features.revision);
        return region;
    }

    @Inline
    static boolean isCurrent(long region) {
        return PerCpu.virtualizationState(CURRENT) == region;
    }

    static void makeCurrent(PhysicalAddress region) {
        check(Processor.vmLoadPointer(pointerTo(region)));
        PerCpu.setVirtualizationState(CURRENT, region.toLong());
    }

    /** Writes a VMCS back to memory, so that any CPU can load it. */
    static void clear(PhysicalAddress region) {
        check(Processor.vmClear(pointerTo(region)));
        if (isCurrent(region.toLong())) {
            PerCpu.setVirtualizationState(CURRENT, NONE);
        }
    }

    /** Forgets on this CPU what was translated by a nested page table. */
    static void invalidateNested(long eptPointer) {
        check(Processor.invalidateEpt(SINGLE_CONTEXT, descriptor(eptPointer)));
    }

    /** Forgets on this CPU what was translated for a virtual processor. */
    static void invalidateVirtualProcessor(int identifier) {
        check(Processor.invalidateVpid(SINGLE_CONTEXT, descriptor(identifier)));
    }

    private static void check(boolean success) {
        if (!success) {
            throw new IllegalStateException("an instruction of VT-x failed");
        }
    }

    private static Address pointerTo(PhysicalAddress region) {
        PerCpu.setVirtualizationState(POINTER, region.toLong());
        return word(POINTER);
    }

    private static Address descriptor(long first) {
        PerCpu.setVirtualizationState(DESCRIPTOR, first);
        PerCpu.setVirtualizationState(SECOND_WORD, 0);
        return word(DESCRIPTOR);
    }

    private static Address word(int offset) {
        return PerCpu.area().self().plus(PerCpuArea.VIRTUALIZATION_STATE + offset);
    }
}
