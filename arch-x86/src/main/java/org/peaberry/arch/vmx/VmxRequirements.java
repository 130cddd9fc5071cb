/** What the hypervisor cannot do without: each missing feature is named. Intel SDM vol. 3, section 24.6 and appendix A. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.virtualization.VirtualizationException;

final class VmxRequirements {
    static final int PIN = PinControls.EXTERNAL_INTERRUPT_EXITING | PinControls.NMI_EXITING | PinControls.VIRTUAL_NMIS;
    /** Interrupt and NMI windows are asked for when needed; the processor must have them. */
    static final int WINDOWS = ProcessorControls.INTERRUPT_WINDOW_EXITING | ProcessorControls.NMI_WINDOW_EXITING;
    static final int PROCESSOR = ProcessorControls.TSC_OFFSETTING | ProcessorControls.HLT_EXITING | ProcessorControls.MWAIT_EXITING
            | ProcessorControls.RDPMC_EXITING | ProcessorControls.TASK_PRIORITY_SHADOW | ProcessorControls.IO_BITMAPS
            | ProcessorControls.MSR_BITMAPS | ProcessorControls.MONITOR_EXITING | ProcessorControls.SECONDARY_CONTROLS;
    static final int SECONDARY = SecondaryControls.EPT | SecondaryControls.UNRESTRICTED_GUEST;
    static final int EXIT = ExitControls.SAVE_DEBUG_CONTROLS | ExitControls.HOST_ADDRESS_SPACE_64 | ExitControls.SAVE_PAGE_ATTRIBUTE_TABLE
            | ExitControls.LOAD_PAGE_ATTRIBUTE_TABLE | ExitControls.SAVE_EFER | ExitControls.LOAD_EFER;
    static final int ENTRY = EntryControls.LOAD_DEBUG_CONTROLS | EntryControls.LOAD_PAGE_ATTRIBUTE_TABLE | EntryControls.LOAD_EFER;
    private static final VmxRequirement[] PARTS = VmxRequirement.values();

    private VmxRequirements() {
    }

    /** Whether the processor has VT-x at all. */
    static boolean isPresent() {
        return Cpuid.has(CpuFeature.VMX);
    }

    /** @throws VirtualizationException that says what is missing and what to do */
    static void check() {
        require(isPresent(), "the processor does not report VMX (CPUID leaf 1, ECX bit 5). Use a machine with VT-x and EPT");
        checkFirmware();
        require(VmxFeatures.hasAll(Processor.readMsr(Msr.VMX_BASIC), VmxBasic.TRUE_CONTROLS),
                "the TRUE control registers are missing (IA32_VMX_BASIC bit 55). Use a later processor");
        requireParts();
    }

    private static void requireParts() {
        StringBuilder missing = new StringBuilder();
        for (VmxRequirement part : PARTS) {
            if (isTold(part.msr()) && !part.isMet()) {
                missing.append(missing.length() == 0 ? "" : ", ").append(part.title());
            }
        }
        if (missing.length() > 0) {
            throw refusal("the processor lacks ".concat(missing.toString()).concat(". Use a processor of the Westmere generation or later"));
        }
    }

    /** Not every processor has every capability register; what stands in the way of one is missing itself then. Intel SDM vol. 3, appendices A.3 and A.10. */
    private static boolean isTold(int msr) {
        return switch (msr) {
            case Msr.VMX_SECONDARY_CONTROLS -> VmxRequirement.SECONDARY_CONTROLS.isMet();
            case Msr.VMX_EPT_VPID_CAPABILITY -> VmxRequirement.SECONDARY_CONTROLS.isMet() && VmxRequirement.NESTED_PAGING.isMet();
            default -> true;
        };
    }

    /** Firmware may have left the choice to us: then it is made and locked at {@link VmxCpu#enable}. */
    private static void checkFirmware() {
        long control = Processor.readMsr(Msr.FEATURE_CONTROL);
        require((control & FeatureControl.LOCKED) == 0 || (control & FeatureControl.VMX_OUTSIDE_SMX) != 0,
                "firmware has switched it off (IA32_FEATURE_CONTROL). Enable virtualization in the firmware setup");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw refusal(message);
        }
    }

    private static VirtualizationException refusal(String message) {
        return new VirtualizationException("no VT-x: ".concat(message));
    }
}
