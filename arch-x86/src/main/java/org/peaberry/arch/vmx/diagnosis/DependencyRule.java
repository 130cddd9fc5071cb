/** Controls that need or exclude another one. Intel SDM vol. 3, sections 26.2.1.1 and 26.2.1.2. */
package org.peaberry.arch.vmx.diagnosis;

import static org.peaberry.arch.vmx.diagnosis.ControlWord.*;

import org.peaberry.arch.vmx.EntryControls;
import org.peaberry.arch.vmx.ExitControls;
import org.peaberry.arch.vmx.PinControls;
import org.peaberry.arch.vmx.ProcessorControls;
import org.peaberry.arch.vmx.SecondaryControls;

/** A row is a check by itself: when the first control is 1, the second must be 1, or 0 where the row says "excludes". */
public enum DependencyRule implements Rule {
    VIRTUAL_NMIS(PIN, PinControls.VIRTUAL_NMIS, PIN, PinControls.NMI_EXITING, "virtual NMIs (bit 5) need NMI exiting (bit 3)"),
    NMI_WINDOW(PRIMARY, ProcessorControls.NMI_WINDOW_EXITING, PIN, PinControls.VIRTUAL_NMIS, "NMI-window exiting (bit 22) needs virtual NMIs (pin bit 5)"),
    X2APIC(SECONDARY, SecondaryControls.VIRTUALIZE_X2APIC, PRIMARY, ProcessorControls.TASK_PRIORITY_SHADOW,
            "virtualize x2APIC mode (bit 4) needs TPR shadow (primary bit 21)"),
    APIC_REGISTERS(SECONDARY, SecondaryControls.APIC_REGISTER_VIRTUALIZATION, PRIMARY, ProcessorControls.TASK_PRIORITY_SHADOW,
            "APIC-register virtualization (bit 8) needs TPR shadow (primary bit 21)"),
    INTERRUPT_DELIVERY(SECONDARY, SecondaryControls.VIRTUAL_INTERRUPT_DELIVERY, PRIMARY, ProcessorControls.TASK_PRIORITY_SHADOW,
            "virtual-interrupt delivery (bit 9) needs TPR shadow (primary bit 21)"),
    IPI_VIRTUALIZATION(TERTIARY, TertiaryControls.IPI_VIRTUALIZATION, PRIMARY, ProcessorControls.TASK_PRIORITY_SHADOW,
            "IPI virtualization (bit 4) needs TPR shadow (primary bit 21)"),
    X2APIC_OR_ACCESSES(SECONDARY, SecondaryControls.VIRTUALIZE_X2APIC, SECONDARY, SecondaryControls.VIRTUALIZE_APIC_ACCESSES, false,
            "virtualize x2APIC mode (bit 4) excludes virtualize APIC accesses (bit 0)"),
    DELIVERY_EXITING(SECONDARY, SecondaryControls.VIRTUAL_INTERRUPT_DELIVERY, PIN, PinControls.EXTERNAL_INTERRUPT_EXITING,
            "virtual-interrupt delivery (bit 9) needs external-interrupt exiting (pin bit 0)"),
    POSTED_DELIVERY(PIN, PinControls.POSTED_INTERRUPTS, SECONDARY, SecondaryControls.VIRTUAL_INTERRUPT_DELIVERY,
            "posted interrupts (bit 7) need virtual-interrupt delivery (secondary bit 9)"),
    POSTED_ACKNOWLEDGE(PIN, PinControls.POSTED_INTERRUPTS, EXIT, ExitControls.ACKNOWLEDGE_INTERRUPT,
            "posted interrupts (bit 7) need acknowledge interrupt on exit (exit bit 15)"),
    PAGE_LOG(SECONDARY, SecondaryControls.PAGE_MODIFICATION_LOG, SECONDARY, SecondaryControls.EPT, "page-modification logging (bit 17) needs EPT (bit 1)"),
    UNRESTRICTED_GUEST(SECONDARY, SecondaryControls.UNRESTRICTED_GUEST, SECONDARY, SecondaryControls.EPT, "unrestricted guest (bit 7) needs EPT (bit 1)"),
    MODE_BASED_EXECUTE(SECONDARY, SecondaryControls.MODE_BASED_EXECUTE, SECONDARY, SecondaryControls.EPT,
            "mode-based execute control (bit 22) needs EPT (bit 1)"),
    SUB_PAGE_PERMISSIONS(SECONDARY, SecondaryControls.SUB_PAGE_PERMISSIONS, SECONDARY, SecondaryControls.EPT,
            "sub-page write permissions (bit 23) need EPT (bit 1)"),
    TRACE_EPT(SECONDARY, SecondaryControls.TRACE_GUEST_PHYSICAL, SECONDARY, SecondaryControls.EPT,
            "Intel PT uses guest physical addresses (bit 24) needs EPT (bit 1)"),
    TRACE_LOAD(SECONDARY, SecondaryControls.TRACE_GUEST_PHYSICAL, ENTRY, EntryControls.LOAD_TRACE_CONTROL,
            "Intel PT uses guest physical addresses (bit 24) needs load IA32_RTIT_CTL (entry bit 18)"),
    TRACE_CLEAR(SECONDARY, SecondaryControls.TRACE_GUEST_PHYSICAL, EXIT, ExitControls.CLEAR_TRACE_CONTROL,
            "Intel PT uses guest physical addresses (bit 24) needs clear IA32_RTIT_CTL (exit bit 25)"),
    HLAT_EPT(TERTIARY, TertiaryControls.HYPERVISOR_LINEAR_TRANSLATION, SECONDARY, SecondaryControls.EPT, "enable HLAT (bit 1) needs EPT (secondary bit 1)"),
    PAGING_WRITE_EPT(TERTIARY, TertiaryControls.EPT_PAGING_WRITE, SECONDARY, SecondaryControls.EPT,
            "EPT paging-write control (bit 2) needs EPT (secondary bit 1)"),
    VERIFICATION_EPT(TERTIARY, TertiaryControls.GUEST_PAGING_VERIFICATION, SECONDARY, SecondaryControls.EPT,
            "guest-paging verification (bit 3) needs EPT (secondary bit 1)"),
    SAVE_TIMER(EXIT, ExitControls.SAVE_PREEMPTION_TIMER, PIN, PinControls.PREEMPTION_TIMER,
            "save VMX-preemption timer value (bit 22) needs the preemption timer (pin bit 6)");

    private final ControlWord word;
    private final int control;
    private final ControlWord otherWord;
    private final int other;
    private final boolean needs;
    private final String statement;

    DependencyRule(ControlWord word, int control, ControlWord otherWord, int other, String statement) {
        this(word, control, otherWord, other, true, statement);
    }

    DependencyRule(ControlWord word, int control, ControlWord otherWord, int other, boolean needs, String statement) {
        this.word = word;
        this.control = control;
        this.otherWord = otherWord;
        this.other = other;
        this.needs = needs;
        this.statement = statement;
    }

    void check(EntryState state, Findings findings) {
        boolean holds = !state.has(word, control) || state.has(otherWord, other) == needs;
        findings.require(holds, this, word.field(), word == otherWord ? null : otherWord.field());
    }

    @Override
    public String section() {
        return word == EXIT ? "26.2.1.2" : "26.2.1.1";
    }

    @Override
    public String statement() {
        return statement;
    }
}
