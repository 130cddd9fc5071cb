/** Ways to break each rule of the guest's control, debug and model-specific registers. */
package org.peaberry.arch.vmx.diagnosis;

import static org.peaberry.arch.vmx.diagnosis.ControlWord.ENTRY;
import static org.peaberry.arch.vmx.diagnosis.GuestRegisterRule.*;

import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.vmx.EntryControls;
import org.peaberry.arch.vmx.Field16;
import org.peaberry.arch.vmx.Field64;
import org.peaberry.arch.vmx.FieldNatural;

final class GuestRegisterCases {
    private static final long HIGH = 1L << 32;
    private static final FieldNatural CR0 = FieldNatural.GUEST_CR0;
    private static final FieldNatural CR4 = FieldNatural.GUEST_CR4;
    private static final FieldNatural CONTROL_FLOW = FieldNatural.GUEST_SUPERVISOR_CONTROL_FLOW;

    private GuestRegisterCases() {
    }

    static void addTo(CaseList list) {
        addControlRegisters(list);
        addMode(list);
        addModelSpecific(list);
        addControlFlow(list);
        addExtensions(list);
    }

    private static void addControlRegisters(CaseList list) {
        list.add(CR0_MANDATORY, CR0, s -> s.without(CR0, Cr0.NUMERIC_ERROR));
        list.add(CR0_ALLOWED, CR0, s -> s.with(CR0, HIGH));
        list.add(CR4_MANDATORY, CR4, s -> s.without(CR4, Cr4.VMX));
        list.add(CR4_ALLOWED, CR4, s -> s.with(CR4, HIGH));
        list.add(CONTROL_FLOW_WRITE_PROTECT, CR4, s -> s.with(CR4, Cr4.CONTROL_FLOW_ENFORCEMENT));
        list.add(CR3_WIDTH, FieldNatural.GUEST_CR3, s -> s.set(FieldNatural.GUEST_CR3, 1L << ModernProcessor.PHYSICAL_WIDTH));
        list.add(PAGING_WITHOUT_PROTECTION, CR0, GuestMode.REAL, s -> s.with(CR0, Cr0.PAGING));
    }

    private static void addMode(CaseList list) {
        list.add(LONG_MODE_PAGING, CR0, s -> s.without(CR0, Cr0.PAGING));
        list.add(LONG_MODE_ADDRESS_EXTENSION, CR4, s -> s.without(CR4, Cr4.PHYSICAL_ADDRESS_EXTENSION));
        list.add(CONTEXT_IDS, CR4, GuestMode.EXTENDED_PAGING, s -> s.with(CR4, Cr4.PROCESS_CONTEXT_IDS));
        list.add(EFER_RESERVED, Field64.GUEST_EFER, s -> s.with(Field64.GUEST_EFER, 1 << 1));
        list.add(EFER_RESERVED, Field64.GUEST_EFER, s -> s.with(Field64.GUEST_EFER, Efer.SVM));
        list.add(EFER_ACTIVE, Field64.GUEST_EFER, s -> s.set(Field64.GUEST_EFER, 0));
        list.add(EFER_ACTIVE, Field64.GUEST_EFER, GuestMode.EXTENDED_PAGING,
                s -> s.set(Field64.GUEST_EFER, Efer.LONG_MODE_ENABLE | Efer.LONG_MODE_ACTIVE));
        list.add(EFER_ENABLE, Field64.GUEST_EFER, s -> s.without(Field64.GUEST_EFER, Efer.LONG_MODE_ENABLE));
        list.add(EFER_ENABLE, Field64.GUEST_EFER, GuestMode.EXTENDED_PAGING, s -> s.set(Field64.GUEST_EFER, Efer.LONG_MODE_ENABLE));
    }

    private static void addModelSpecific(CaseList list) {
        for (int bit : new int[] {3, 4, 5, 16, 63}) {
            list.add(DEBUG_CONTROL, Field64.GUEST_DEBUG_CONTROL, s -> s.set(Field64.GUEST_DEBUG_CONTROL, 1L << bit));
        }
        list.add(DR7_HIGH, FieldNatural.GUEST_DR7, s -> s.with(FieldNatural.GUEST_DR7, HIGH));
        list.add(SYSENTER_CANONICAL, FieldNatural.GUEST_SYSENTER_ESP, s -> s.set(FieldNatural.GUEST_SYSENTER_ESP, HostCases.NOT_CANONICAL));
        list.add(SYSENTER_CANONICAL, FieldNatural.GUEST_SYSENTER_EIP, s -> s.set(FieldNatural.GUEST_SYSENTER_EIP, HostCases.NOT_CANONICAL));
        list.add(PERFORMANCE_RESERVED, Field64.GUEST_PERF_GLOBAL_CONTROL,
                s -> s.with(ENTRY, EntryControls.LOAD_PERF_GLOBAL_CONTROL).set(Field64.GUEST_PERF_GLOBAL_CONTROL, 1L << 35));
        for (int type : new int[] {2, 3, 8, 33, 0xff}) {
            list.add(PAGE_ATTRIBUTES, Field64.GUEST_PAGE_ATTRIBUTE_TABLE, s -> s.set(Field64.GUEST_PAGE_ATTRIBUTE_TABLE, (long) type << 56));
        }
    }

    private static void addControlFlow(CaseList list) {
        list.add(CONTROL_FLOW_RESERVED, CONTROL_FLOW, s -> controlFlow(s).set(CONTROL_FLOW, 1 << 9));
        list.add(CONTROL_FLOW_TRACKER, CONTROL_FLOW, s -> controlFlow(s).set(CONTROL_FLOW, 3 << 10));
    }

    static Setup controlFlow(Setup setup) {
        return setup.with(ENTRY, EntryControls.LOAD_CONTROL_FLOW_STATE);
    }

    private static void addExtensions(CaseList list) {
        addWhenLoaded(list, BOUND_RESERVED, EntryControls.LOAD_BOUND_CONFIG, Field64.GUEST_BOUND_CONFIG, 1 << 2);
        addWhenLoaded(list, BOUND_CANONICAL, EntryControls.LOAD_BOUND_CONFIG, Field64.GUEST_BOUND_CONFIG, HostCases.NOT_CANONICAL);
        addWhenLoaded(list, TRACE_RESERVED, EntryControls.LOAD_TRACE_CONTROL, Field64.GUEST_TRACE_CONTROL, 1 << 18);
        addWhenLoaded(list, LAST_BRANCH_RESERVED, EntryControls.LOAD_LAST_BRANCH_CONTROL, Field64.GUEST_LAST_BRANCH_CONTROL, 1 << 4);
        addWhenLoaded(list, PROTECTION_KEYS, EntryControls.LOAD_PROTECTION_KEYS, Field64.GUEST_PROTECTION_KEYS, HIGH);
        list.add(USER_INTERRUPT_VECTOR, Field16.GUEST_USER_INTERRUPT_VECTOR,
                s -> s.with(ENTRY, EntryControls.LOAD_USER_INTERRUPT_VECTOR).set(Field16.GUEST_USER_INTERRUPT_VECTOR, 0x100));
        list.add(DEBUG_CONTROL, Field64.GUEST_DEBUG_CONTROL, s -> withoutExtensions(s).set(Field64.GUEST_DEBUG_CONTROL, 1 << 2));
        list.add(DEBUG_CONTROL, Field64.GUEST_DEBUG_CONTROL, s -> withoutExtensions(s).set(Field64.GUEST_DEBUG_CONTROL, 1 << 15));
        list.add(EFER_RESERVED, Field64.GUEST_EFER, s -> withoutExtensions(s).with(Field64.GUEST_EFER, Efer.NO_EXECUTE)
                .without(Field64.HOST_EFER, Efer.NO_EXECUTE));
    }

    private static void addWhenLoaded(CaseList list, Rule rule, int control, Field64 field, long value) {
        list.add(rule, field, s -> s.with(ENTRY, control).set(field, value));
    }

    /** Neither bus-lock detection nor RTM, SGX, or no-execute. */
    static Setup withoutExtensions(Setup setup) {
        setup.processor.cpuid(7, 0, 0, 0, 0, 0);
        setup.processor.cpuid(0x8000_0001, 0, 0, 0, 0, 0);
        return setup.without(Field64.HOST_EFER, Efer.NO_EXECUTE).msr(Msr.TRACE_CONTROL, 0);
    }
}
