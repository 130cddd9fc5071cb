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
    private static final long TRANSLATION = EptVpidCapability.FOUR_LEVELS | EptVpidCapability.WRITE_BACK_TABLES | EptVpidCapability.LARGE_PAGES
            | EptVpidCapability.INVEPT | EptVpidCapability.INVEPT_SINGLE_CONTEXT;

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
        requireControls(Msr.VMX_TRUE_PIN_CONTROLS, PIN, "pin-based controls (external interrupts, NMIs, virtual NMIs)");
        requireControls(Msr.VMX_TRUE_PROCESSOR_CONTROLS, PROCESSOR | WINDOWS, "processor-based controls (TPR shadow, I/O and MSR bitmaps, windows)");
        requireControls(Msr.VMX_SECONDARY_CONTROLS, SecondaryControls.EPT, "extended page tables (EPT)");
        requireControls(Msr.VMX_SECONDARY_CONTROLS, SecondaryControls.UNRESTRICTED_GUEST, "unrestricted guests");
        requireControls(Msr.VMX_TRUE_EXIT_CONTROLS, EXIT, "exit controls (64-bit host, PAT and EFER saved and loaded)");
        requireControls(Msr.VMX_TRUE_ENTRY_CONTROLS, ENTRY | EntryControls.LONG_MODE_GUEST, "entry controls (64-bit guests, PAT and EFER loaded)");
        require(VmxFeatures.hasAll(Processor.readMsr(Msr.VMX_EPT_VPID_CAPABILITY), TRANSLATION),
                "EPT lacks four levels, write-back tables, 2 MiB pages or INVEPT (IA32_VMX_EPT_VPID_CAP). Use a later processor");
    }

    /** Firmware may have left the choice to us: then it is made and locked at {@link VmxCpu#enable}. */
    private static void checkFirmware() {
        long control = Processor.readMsr(Msr.FEATURE_CONTROL);
        require((control & FeatureControl.LOCKED) == 0 || (control & FeatureControl.VMX_OUTSIDE_SMX) != 0,
                "firmware has switched it off (IA32_FEATURE_CONTROL). Enable virtualization in the firmware setup");
    }

    private static void requireControls(int msr, int controls, String name) {
        if (!new ControlCapability(msr).has(controls)) {
            throw refusal("the processor lacks ".concat(name).concat(". Use a processor of the Westmere generation or later"));
        }
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
