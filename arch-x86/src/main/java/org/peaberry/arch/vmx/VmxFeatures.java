/** What this processor's VT-x can do, and the controls that follow from it. Intel SDM vol. 3, appendix A. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.virtualization.VirtualizationOptions;

final class VmxFeatures {
    private static final String[] NAMES = {"1 GiB pages", "VPID", "RDTSCP", "INVPCID", "WBINVD exits", "XSAVE",
        "APIC register virtualization", "virtual interrupt delivery", "preemption timer"};
    /** What delivers interrupts to guests; all of it or nothing. */
    private static final int VIRTUAL_APIC = SecondaryControls.APIC_REGISTER_VIRTUALIZATION | SecondaryControls.VIRTUAL_INTERRUPT_DELIVERY;

    /** Bits of IA32_VMX_MISC. */
    private static final long PREEMPTION_TIMER_RATE = 0x1f;

    final boolean hasGigabytePages;
    final boolean hasVpid;
    /** The processor delivers interrupts, and knows x2APIC's registers. */
    final boolean hasVirtualApic;
    final boolean hasPreemptionTimer;
    /** The timer counts once for 2^shift ticks of the time-stamp counter. */
    final int preemptionTimerShift;
    final boolean hasXsave = Cpuid.has(CpuFeature.XSAVE);
    final long revision = Processor.readMsr(Msr.VMX_BASIC) & VmxBasic.REVISION_MASK;
    final int pinControls;
    final int processorControls;
    final int secondaryControls;
    final int exitControls;
    final int entryControls;

    /** {@link VmxRequirements#check} comes first. */
    VmxFeatures(VirtualizationOptions options) {
        ControlCapability secondary = new ControlCapability(Msr.VMX_SECONDARY_CONTROLS);
        long translation = Processor.readMsr(Msr.VMX_EPT_VPID_CAPABILITY);
        hasGigabytePages = (translation & EptVpidCapability.GIGABYTE_PAGES) != 0;
        hasVpid = secondary.has(SecondaryControls.VPID) && hasAll(translation, EptVpidCapability.INVVPID | EptVpidCapability.INVVPID_SINGLE_CONTEXT);
        hasVirtualApic = options.virtualApic() && secondary.has(VIRTUAL_APIC | SecondaryControls.VIRTUALIZE_X2APIC);
        ControlCapability pin = new ControlCapability(Msr.VMX_TRUE_PIN_CONTROLS);
        ControlCapability exit = new ControlCapability(Msr.VMX_TRUE_EXIT_CONTROLS);
        hasPreemptionTimer = options.runLimit() && pin.has(PinControls.PREEMPTION_TIMER) && exit.has(ExitControls.SAVE_PREEMPTION_TIMER);
        preemptionTimerShift = (int) (Processor.readMsr(Msr.VMX_MISCELLANEOUS) & PREEMPTION_TIMER_RATE);
        pinControls = pin.with(VmxRequirements.PIN | (hasPreemptionTimer ? PinControls.PREEMPTION_TIMER : 0), 0);
        processorControls = new ControlCapability(Msr.VMX_TRUE_PROCESSOR_CONTROLS)
                .with(VmxRequirements.PROCESSOR, ProcessorControls.CR3_LOAD_EXITING | ProcessorControls.CR3_STORE_EXITING);
        int optional = SecondaryControls.RDTSCP | SecondaryControls.INVPCID | SecondaryControls.WBINVD_EXITING | (hasVpid ? SecondaryControls.VPID : 0)
                | (hasVirtualApic ? VIRTUAL_APIC : 0);
        secondaryControls = secondary.with(VmxRequirements.SECONDARY | secondary.present(optional), 0);
        exitControls = exit.with(VmxRequirements.EXIT | (hasPreemptionTimer ? ExitControls.SAVE_PREEMPTION_TIMER : 0), 0);
        entryControls = new ControlCapability(Msr.VMX_TRUE_ENTRY_CONTROLS).with(VmxRequirements.ENTRY, EntryControls.LONG_MODE_GUEST);
    }

    static boolean hasAll(long value, long bits) {
        return (value & bits) == bits;
    }

    /** Names of the optional features that this processor has. */
    String[] optionalFeatures() {
        boolean[] present = {hasGigabytePages, hasVpid, has(SecondaryControls.RDTSCP), has(SecondaryControls.INVPCID),
            has(SecondaryControls.WBINVD_EXITING), hasXsave,
            hasVirtualApic, hasVirtualApic, hasPreemptionTimer};
        int count = 0;
        for (boolean one : present) {
            count += one ? 1 : 0;
        }
        String[] names = new String[count];
        int next = 0;
        for (int i = 0; i < present.length; i++) {
            if (present[i]) {
                names[next++] = NAMES[i];
            }
        }
        return names;
    }

    private boolean has(int secondary) {
        return (secondaryControls & secondary) != 0;
    }
}
