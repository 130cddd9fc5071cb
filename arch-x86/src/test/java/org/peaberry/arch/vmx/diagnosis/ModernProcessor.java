/** A simulated processor that has every feature of VT-x, of which a test can take away what it likes. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.SimulatedProcessor;

final class ModernProcessor {
    static final int REVISION = 0x1234;
    static final int PIN_MANDATORY = 0x16;
    static final int PRIMARY_MANDATORY = 0x0400_6172;
    static final int EXIT_MANDATORY = 0x3_69fb;
    static final int ENTRY_MANDATORY = 0x11fb;
    static final int PHYSICAL_WIDTH = 40;
    private static final long PIN_ALLOWED = 0xff;
    private static final long ALL = 0xffff_ffffL;

    private ModernProcessor() {
    }

    static SimulatedProcessor install() {
        SimulatedProcessor processor = SimulatedProcessor.install();
        processor.cpuid(0, 0, 0x14, 0, 0, 0);
        processor.cpuid(0x8000_0000, 0, 0x8000_0008, 0, 0, 0);
        processor.cpuid(CpuFeature.Leaf.EXTENDED_FEATURES, 0, 0, 0, 0, CpuFeature.NX.mask());
        processor.cpuid(CpuFeature.Leaf.ADDRESS_SIZES, 0, 48 << 8 | PHYSICAL_WIDTH, 0, 0, 0);
        processor.cpuid(CpuFeature.Leaf.STRUCTURED_FEATURES, 0, 0, CpuFeature.SGX.mask() | CpuFeature.RTM.mask() | CpuFeature.PROCESSOR_TRACE.mask(),
                CpuFeature.BUS_LOCK_DETECTION.mask(), 0);
        processor.cpuid(0xA, 0, 4 << 8 | 2, 0, 0, 3);
        processor.writeMsr(Msr.VMX_BASIC, REVISION | 1L << 55);
        capability(processor, Msr.VMX_TRUE_PIN_CONTROLS, PIN_MANDATORY, PIN_ALLOWED);
        capability(processor, Msr.VMX_TRUE_PROCESSOR_CONTROLS, PRIMARY_MANDATORY, ALL & ~1);
        capability(processor, Msr.VMX_SECONDARY_CONTROLS, 0, ALL & ~(1L << 31));
        capability(processor, Msr.VMX_TRUE_EXIT_CONTROLS, EXIT_MANDATORY, ALL & ~(1L << 10));
        capability(processor, Msr.VMX_TRUE_ENTRY_CONTROLS, ENTRY_MANDATORY, 0x7f_ffff);
        processor.writeMsr(Msr.VMX_TERTIARY_CONTROLS, 0x1f);
        processor.writeMsr(Msr.VMX_SECONDARY_EXIT_CONTROLS, 8);
        processor.writeMsr(Msr.VMX_MISCELLANEOUS, 7 << 6 | 4 << 16 | 1 << 30);
        processor.writeMsr(Msr.VMX_EPT_VPID_CAPABILITY, 1 << 6 | 1 << 8 | 1 << 14 | 1 << 21 | 1 << 23);
        processor.writeMsr(Msr.VMX_FUNCTIONS, 1);
        processor.writeMsr(Msr.VMX_CR0_FIXED0, Cr0.PROTECTION | Cr0.NUMERIC_ERROR | Cr0.PAGING);
        processor.writeMsr(Msr.VMX_CR0_FIXED1, ALL);
        processor.writeMsr(Msr.VMX_CR4_FIXED0, Cr4.VMX);
        processor.writeMsr(Msr.VMX_CR4_FIXED1, 0x01ff_ffffL);
        processor.writeMsr(Msr.EFER, Efer.LONG_MODE_ENABLE | Efer.LONG_MODE_ACTIVE);
        processor.writeMsr(Msr.TRACE_CONTROL, 0);
        return processor;
    }

    private static void capability(SimulatedProcessor processor, int msr, long mandatory, long allowed) {
        processor.writeMsr(msr, allowed << Integer.SIZE | mandatory);
    }
}
