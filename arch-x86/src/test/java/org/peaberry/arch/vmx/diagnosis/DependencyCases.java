/** Ways to break each rule of two controls. */
package org.peaberry.arch.vmx.diagnosis;

import static org.peaberry.arch.vmx.diagnosis.ControlWord.*;
import static org.peaberry.arch.vmx.diagnosis.DependencyRule.*;

import org.peaberry.arch.vmx.EntryControls;
import org.peaberry.arch.vmx.ExitControls;
import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.Field64;
import org.peaberry.arch.vmx.PinControls;
import org.peaberry.arch.vmx.ProcessorControls;
import org.peaberry.arch.vmx.SecondaryControls;

final class DependencyCases {
    private DependencyCases() {
    }

    static void addTo(CaseList list) {
        list.add(VIRTUAL_NMIS, Field32.PIN_CONTROLS, s -> s.without(PIN, PinControls.NMI_EXITING));
        list.add(NMI_WINDOW, Field32.PROCESSOR_CONTROLS, s -> s.with(PRIMARY, ProcessorControls.NMI_WINDOW_EXITING).without(PIN, PinControls.VIRTUAL_NMIS));
        addApic(list);
        addEpt(list);
        addTrace(list);
    }

    private static void addApic(CaseList list) {
        addWithoutShadow(list, X2APIC, SecondaryControls.VIRTUALIZE_X2APIC);
        addWithoutShadow(list, APIC_REGISTERS, SecondaryControls.APIC_REGISTER_VIRTUALIZATION);
        addWithoutShadow(list, INTERRUPT_DELIVERY, SecondaryControls.VIRTUAL_INTERRUPT_DELIVERY);
        list.add(IPI_VIRTUALIZATION, Field64.TERTIARY_CONTROLS, s -> s.with(PRIMARY, ProcessorControls.TERTIARY_CONTROLS)
                .with(TERTIARY, TertiaryControls.IPI_VIRTUALIZATION).without(PRIMARY, ProcessorControls.TASK_PRIORITY_SHADOW));
        list.add(X2APIC_OR_ACCESSES, Field32.SECONDARY_CONTROLS,
                s -> s.with(SECONDARY, SecondaryControls.VIRTUALIZE_X2APIC | SecondaryControls.VIRTUALIZE_APIC_ACCESSES));
        list.add(DELIVERY_EXITING, Field32.SECONDARY_CONTROLS,
                s -> s.with(SECONDARY, SecondaryControls.VIRTUAL_INTERRUPT_DELIVERY).without(PIN, PinControls.EXTERNAL_INTERRUPT_EXITING));
        list.add(POSTED_DELIVERY, Field32.PIN_CONTROLS, s -> s.with(PIN, PinControls.POSTED_INTERRUPTS).with(EXIT, ExitControls.ACKNOWLEDGE_INTERRUPT));
        list.add(POSTED_ACKNOWLEDGE, Field32.PIN_CONTROLS,
                s -> s.with(PIN, PinControls.POSTED_INTERRUPTS).with(SECONDARY, SecondaryControls.VIRTUAL_INTERRUPT_DELIVERY));
    }

    private static void addWithoutShadow(CaseList list, Rule rule, int control) {
        list.add(rule, Field32.SECONDARY_CONTROLS, s -> s.with(SECONDARY, control).without(PRIMARY, ProcessorControls.TASK_PRIORITY_SHADOW));
    }

    private static void addEpt(CaseList list) {
        addWithoutEpt(list, PAGE_LOG, SecondaryControls.PAGE_MODIFICATION_LOG);
        addWithoutEpt(list, UNRESTRICTED_GUEST, SecondaryControls.UNRESTRICTED_GUEST);
        addWithoutEpt(list, MODE_BASED_EXECUTE, SecondaryControls.MODE_BASED_EXECUTE);
        addWithoutEpt(list, SUB_PAGE_PERMISSIONS, SecondaryControls.SUB_PAGE_PERMISSIONS);
        addTertiaryWithoutEpt(list, HLAT_EPT, TertiaryControls.HYPERVISOR_LINEAR_TRANSLATION);
        addTertiaryWithoutEpt(list, PAGING_WRITE_EPT, TertiaryControls.EPT_PAGING_WRITE);
        addTertiaryWithoutEpt(list, VERIFICATION_EPT, TertiaryControls.GUEST_PAGING_VERIFICATION);
    }

    private static void addWithoutEpt(CaseList list, Rule rule, int control) {
        list.add(rule, Field32.SECONDARY_CONTROLS, GuestMode.LONG_WITHOUT_EPT, s -> s.with(SECONDARY, control));
    }

    private static void addTertiaryWithoutEpt(CaseList list, Rule rule, int control) {
        list.add(rule, Field64.TERTIARY_CONTROLS, GuestMode.LONG_WITHOUT_EPT,
                s -> s.with(PRIMARY, ProcessorControls.TERTIARY_CONTROLS).with(TERTIARY, control));
    }

    private static void addTrace(CaseList list) {
        list.add(TRACE_EPT, Field32.SECONDARY_CONTROLS, GuestMode.LONG_WITHOUT_EPT, DependencyCases::trace);
        list.add(TRACE_LOAD, Field32.SECONDARY_CONTROLS, s -> trace(s).without(ENTRY, EntryControls.LOAD_TRACE_CONTROL));
        list.add(TRACE_CLEAR, Field32.SECONDARY_CONTROLS, s -> trace(s).without(EXIT, ExitControls.CLEAR_TRACE_CONTROL));
    }

    private static Setup trace(Setup setup) {
        return setup.with(SECONDARY, SecondaryControls.TRACE_GUEST_PHYSICAL).with(ENTRY, EntryControls.LOAD_TRACE_CONTROL)
                .with(EXIT, ExitControls.CLEAR_TRACE_CONTROL);
    }
}
