/** Every part of VT-x that the hypervisor cannot do without, by the capability register that tells of it. Intel SDM vol. 3, appendix A. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;

enum VmxRequirement {
    EXTERNAL_INTERRUPT_EXITS(Msr.VMX_TRUE_PIN_CONTROLS, PinControls.EXTERNAL_INTERRUPT_EXITING, "exits at external interrupts"),
    NMI_EXITS(Msr.VMX_TRUE_PIN_CONTROLS, PinControls.NMI_EXITING, "exits at NMIs"),
    VIRTUAL_NMIS(Msr.VMX_TRUE_PIN_CONTROLS, PinControls.VIRTUAL_NMIS, "virtual NMIs"),
    INTERRUPT_WINDOW(Msr.VMX_TRUE_PROCESSOR_CONTROLS, ProcessorControls.INTERRUPT_WINDOW_EXITING, "interrupt-window exits"),
    TSC_OFFSET(Msr.VMX_TRUE_PROCESSOR_CONTROLS, ProcessorControls.TSC_OFFSETTING, "TSC offsetting"),
    HLT_EXITS(Msr.VMX_TRUE_PROCESSOR_CONTROLS, ProcessorControls.HLT_EXITING, "exits at HLT"),
    MWAIT_EXITS(Msr.VMX_TRUE_PROCESSOR_CONTROLS, ProcessorControls.MWAIT_EXITING, "exits at MWAIT"),
    RDPMC_EXITS(Msr.VMX_TRUE_PROCESSOR_CONTROLS, ProcessorControls.RDPMC_EXITING, "exits at RDPMC"),
    TASK_PRIORITY_SHADOW(Msr.VMX_TRUE_PROCESSOR_CONTROLS, ProcessorControls.TASK_PRIORITY_SHADOW, "TPR shadow"),
    NMI_WINDOW(Msr.VMX_TRUE_PROCESSOR_CONTROLS, ProcessorControls.NMI_WINDOW_EXITING, "NMI-window exits"),
    IO_BITMAPS(Msr.VMX_TRUE_PROCESSOR_CONTROLS, ProcessorControls.IO_BITMAPS, "I/O bitmaps"),
    MSR_BITMAPS(Msr.VMX_TRUE_PROCESSOR_CONTROLS, ProcessorControls.MSR_BITMAPS, "MSR bitmaps"),
    MONITOR_EXITS(Msr.VMX_TRUE_PROCESSOR_CONTROLS, ProcessorControls.MONITOR_EXITING, "exits at MONITOR"),
    SECONDARY_CONTROLS(Msr.VMX_TRUE_PROCESSOR_CONTROLS, ProcessorControls.SECONDARY_CONTROLS, "secondary controls (EPT, unrestricted guests)"),
    NESTED_PAGING(Msr.VMX_SECONDARY_CONTROLS, SecondaryControls.EPT, "extended page tables (EPT)"),
    UNRESTRICTED_GUEST(Msr.VMX_SECONDARY_CONTROLS, SecondaryControls.UNRESTRICTED_GUEST, "unrestricted guests"),
    DEBUG_CONTROLS_SAVED(Msr.VMX_TRUE_EXIT_CONTROLS, ExitControls.SAVE_DEBUG_CONTROLS, "debug controls saved at exits"),
    HOST_64(Msr.VMX_TRUE_EXIT_CONTROLS, ExitControls.HOST_ADDRESS_SPACE_64, "64-bit hosts"),
    ATTRIBUTES_SAVED(Msr.VMX_TRUE_EXIT_CONTROLS, ExitControls.SAVE_PAGE_ATTRIBUTE_TABLE, "PAT saved at exits"),
    ATTRIBUTES_LEFT(Msr.VMX_TRUE_EXIT_CONTROLS, ExitControls.LOAD_PAGE_ATTRIBUTE_TABLE, "PAT loaded at exits"),
    EFER_SAVED(Msr.VMX_TRUE_EXIT_CONTROLS, ExitControls.SAVE_EFER, "EFER saved at exits"),
    EFER_LEFT(Msr.VMX_TRUE_EXIT_CONTROLS, ExitControls.LOAD_EFER, "EFER loaded at exits"),
    DEBUG_CONTROLS_ENTERED(Msr.VMX_TRUE_ENTRY_CONTROLS, EntryControls.LOAD_DEBUG_CONTROLS, "debug controls loaded at entries"),
    GUEST_64(Msr.VMX_TRUE_ENTRY_CONTROLS, EntryControls.LONG_MODE_GUEST, "64-bit guests"),
    ATTRIBUTES_ENTERED(Msr.VMX_TRUE_ENTRY_CONTROLS, EntryControls.LOAD_PAGE_ATTRIBUTE_TABLE, "PAT loaded at entries"),
    EFER_ENTERED(Msr.VMX_TRUE_ENTRY_CONTROLS, EntryControls.LOAD_EFER, "EFER loaded at entries"),
    FOUR_LEVELS(EptVpidCapability.FOUR_LEVELS, "EPT of four levels"),
    WRITE_BACK_TABLES(EptVpidCapability.WRITE_BACK_TABLES, "EPT in write-back memory"),
    LARGE_PAGES(EptVpidCapability.LARGE_PAGES, "2 MiB pages in EPT"),
    INVEPT(EptVpidCapability.INVEPT, "INVEPT"),
    INVEPT_SINGLE_CONTEXT(EptVpidCapability.INVEPT_SINGLE_CONTEXT, "INVEPT of one context");

    private final int msr;
    private final long mask;
    private final String title;

    /** A control; the upper half of its capability register tells which may be set. */
    VmxRequirement(int msr, int control, String title) {
        this.msr = msr;
        this.mask = Integer.toUnsignedLong(control) << Integer.SIZE;
        this.title = title;
    }

    VmxRequirement(long capability, String title) {
        this.msr = Msr.VMX_EPT_VPID_CAPABILITY;
        this.mask = capability;
        this.title = title;
    }

    /** The capability register. */
    int msr() {
        return msr;
    }

    /** Its bits that must be set. */
    long mask() {
        return mask;
    }

    /** What an operator calls it. */
    String title() {
        return title;
    }

    boolean isMet() {
        return (Processor.readMsr(msr) & mask) == mask;
    }
}
