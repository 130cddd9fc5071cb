/** Switches on what the hypervisor relies on or is protected by. */
package org.peaberry.arch.cpu;

import org.peaberry.runtime.annotation.BootOnly;

@BootOnly
public final class ProcessorFeatures {
    private ProcessorFeatures() {
    }

    /**
     * Sets the control registers of the CPU that runs this. Boot code has switched on paging, no-execute and write protection.
     *
     * @throws IllegalStateException when the processor lacks what is needed
     */
    public static void enable() {
        if (!Cpuid.has(CpuFeature.NX)) {
            throw new IllegalStateException("this processor has no NX bit: enable it in the firmware's set-up");
        }
        long cr4 = Processor.readCr4() | Cr4.OS_FXSAVE | Cr4.OS_SIMD_EXCEPTIONS | Cr4.MACHINE_CHECK;
        cr4 |= bitIf(CpuFeature.PGE, Cr4.GLOBAL_PAGES);
        cr4 |= bitIf(CpuFeature.SMEP, Cr4.SUPERVISOR_EXECUTION_PREVENTION);
        cr4 |= bitIf(CpuFeature.SMAP, Cr4.SUPERVISOR_ACCESS_PREVENTION);
        cr4 |= bitIf(CpuFeature.UMIP, Cr4.USER_MODE_INSTRUCTION_PREVENTION);
        cr4 |= bitIf(CpuFeature.XSAVE, Cr4.OS_XSAVE);
        Processor.writeCr4(cr4);
        long cr0 = Processor.readCr0() & ~(Cr0.EMULATION | Cr0.TASK_SWITCHED | Cr0.CACHE_DISABLE | Cr0.NOT_WRITE_THROUGH);
        Processor.writeCr0(cr0 | Cr0.WRITE_PROTECT | Cr0.NUMERIC_ERROR | Cr0.MONITOR_COPROCESSOR);
    }

    private static long bitIf(CpuFeature feature, long bit) {
        return Cpuid.has(feature) ? bit : 0;
    }
}
