/** A simulated processor with VT-x, for tests: everything that the hypervisor needs, and VPID. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.SimulatedProcessor;

final class IntelProcessor {
    static final long REVISION = 0x1234;
    private static final long ALL_ALLOWED = 0xffff_ffffL << Integer.SIZE;
    /** What every processor insists on in the primary controls when CR3 exits can be left out. */
    static final long MANDATORY = 0x0400_6172L;

    /** All activity states, four CR3 targets, injection with a length of zero. */
    static final long MISCELLANEOUS = 7 << 6 | 4 << 16 | 1 << 30;

    private IntelProcessor() {
    }

    static void describe(SimulatedProcessor processor) {
        processor.cpuid(0, 0, 0xD, 0, 0, 0);
        processor.cpuid(0x8000_0000, 0, 0x8000_0008, 0, 0, 0);
        processor.cpuid(CpuFeature.Leaf.FEATURES, 0, 0, 0, CpuFeature.VMX.mask(), 0);
        processor.cpuid(CpuFeature.Leaf.EXTENDED_FEATURES, 0, 0, 0, 0, CpuFeature.LONG_MODE.mask());
        processor.writeMsr(Msr.FEATURE_CONTROL, FeatureControl.LOCKED | FeatureControl.VMX_OUTSIDE_SMX);
        processor.writeMsr(Msr.VMX_BASIC, REVISION | VmxBasic.TRUE_CONTROLS);
        processor.writeMsr(Msr.VMX_TRUE_PIN_CONTROLS, ALL_ALLOWED | 0x16);
        processor.writeMsr(Msr.VMX_TRUE_PROCESSOR_CONTROLS, ALL_ALLOWED | MANDATORY);
        processor.writeMsr(Msr.VMX_TRUE_EXIT_CONTROLS, ALL_ALLOWED | 0x36dfb);
        processor.writeMsr(Msr.VMX_TRUE_ENTRY_CONTROLS, ALL_ALLOWED | 0x11fb);
        processor.writeMsr(Msr.VMX_SECONDARY_CONTROLS, ALL_ALLOWED);
        processor.writeMsr(Msr.VMX_EPT_VPID_CAPABILITY, -1);
        processor.writeMsr(Msr.VMX_CR0_FIXED0, Cr0.PROTECTION | Cr0.NUMERIC_ERROR | Cr0.PAGING);
        processor.writeMsr(Msr.VMX_CR0_FIXED1, 0xffff_ffffL);
        processor.writeMsr(Msr.VMX_CR4_FIXED0, Cr4.VMX);
        processor.writeMsr(Msr.VMX_CR4_FIXED1, 0x01ff_ffffL);
        processor.writeMsr(Msr.VMX_MISCELLANEOUS, MISCELLANEOUS);
        processor.writeMsr(Msr.VMX_FUNCTIONS, 1);
        processor.writeMsr(Msr.VMX_TERTIARY_CONTROLS, 0x1f);
        processor.writeMsr(Msr.VMX_SECONDARY_EXIT_CONTROLS, 0);
        processor.writeMsr(Msr.EFER, 0);
        processor.writeMsr(Msr.PAGE_ATTRIBUTE_TABLE, 0x0007_0406_0007_0406L);
    }

    /** Takes bits from what a capability register allows. */
    static void forbid(SimulatedProcessor processor, int msr, int controls) {
        processor.writeMsr(msr, processor.readMsr(msr) & ~(Integer.toUnsignedLong(controls) << Integer.SIZE));
    }
}
