/** Ways to break each rule of the host-state area. */
package org.peaberry.arch.vmx.diagnosis;

import static org.peaberry.arch.vmx.diagnosis.ControlWord.*;
import static org.peaberry.arch.vmx.diagnosis.HostRule.*;

import java.util.Set;

import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.vmx.ExitControls;
import org.peaberry.arch.vmx.Field16;
import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.Field64;
import org.peaberry.arch.vmx.FieldNatural;

final class HostCases {
    static final long NOT_CANONICAL = 1L << 47;
    private static final long HIGH = 1L << 32;
    private static final FieldNatural CONTROL_FLOW = FieldNatural.HOST_SUPERVISOR_CONTROL_FLOW;

    private HostCases() {
    }

    static void addTo(CaseList list) {
        addControlRegisters(list);
        addModelSpecific(list);
        addControlFlow(list);
        addSegments(list);
        addAddressSpace(list);
    }

    private static void addControlRegisters(CaseList list) {
        list.add(CR0_MANDATORY, FieldNatural.HOST_CR0, s -> s.without(FieldNatural.HOST_CR0, Cr0.NUMERIC_ERROR));
        list.add(CR0_ALLOWED, FieldNatural.HOST_CR0, s -> s.with(FieldNatural.HOST_CR0, HIGH));
        list.add(CR4_MANDATORY, FieldNatural.HOST_CR4, s -> s.without(FieldNatural.HOST_CR4, Cr4.VMX));
        list.add(CR4_ALLOWED, FieldNatural.HOST_CR4, s -> s.with(FieldNatural.HOST_CR4, HIGH));
        list.add(CONTROL_FLOW_WRITE_PROTECT, FieldNatural.HOST_CR4,
                s -> s.with(FieldNatural.HOST_CR4, Cr4.CONTROL_FLOW_ENFORCEMENT).without(FieldNatural.HOST_CR0, Cr0.WRITE_PROTECT));
        list.add(CR3_WIDTH, FieldNatural.HOST_CR3, s -> s.set(FieldNatural.HOST_CR3, 1L << ModernProcessor.PHYSICAL_WIDTH));
        list.add(CR3_WIDTH, FieldNatural.HOST_CR3, s -> s.with(FieldNatural.HOST_CR3, 1L << 63));
    }

    private static void addModelSpecific(CaseList list) {
        list.add(SYSENTER_CANONICAL, FieldNatural.HOST_SYSENTER_ESP, s -> s.set(FieldNatural.HOST_SYSENTER_ESP, NOT_CANONICAL));
        list.add(SYSENTER_CANONICAL, FieldNatural.HOST_SYSENTER_EIP, s -> s.set(FieldNatural.HOST_SYSENTER_EIP, NOT_CANONICAL));
        list.add(PERFORMANCE_RESERVED, Field64.HOST_PERF_GLOBAL_CONTROL,
                s -> s.with(EXIT, ExitControls.LOAD_PERF_GLOBAL_CONTROL).set(Field64.HOST_PERF_GLOBAL_CONTROL, 1 << 4));
        list.add(PAGE_ATTRIBUTES, Field64.HOST_PAGE_ATTRIBUTE_TABLE, s -> s.set(Field64.HOST_PAGE_ATTRIBUTE_TABLE, 2));
        list.add(EFER_RESERVED, Field64.HOST_EFER, s -> s.with(Field64.HOST_EFER, 2));
        list.add(EFER_MODE, Field64.HOST_EFER, s -> s.without(Field64.HOST_EFER, 1 << 8));
        list.add(EFER_MODE, Field64.HOST_EFER, s -> s.without(Field64.HOST_EFER, 1 << 10));
        list.add(PROTECTION_KEYS, Field64.HOST_PROTECTION_KEYS,
                s -> s.with(EXIT, ExitControls.LOAD_PROTECTION_KEYS).set(Field64.HOST_PROTECTION_KEYS, HIGH));
    }

    private static void addControlFlow(CaseList list) {
        list.add(CONTROL_FLOW_RESERVED, CONTROL_FLOW, s -> controlFlow(s).set(CONTROL_FLOW, 1 << 6));
        list.add(CONTROL_FLOW_TRACKER, CONTROL_FLOW, s -> controlFlow(s).set(CONTROL_FLOW, 3 << 10));
        list.add(SHADOW_STACK_ALIGNMENT, FieldNatural.HOST_SHADOW_STACK_POINTER, s -> controlFlow(s).set(FieldNatural.HOST_SHADOW_STACK_POINTER, 2));
        list.add(SHADOW_STACK_TABLE_CANONICAL, FieldNatural.HOST_SHADOW_STACK_TABLE,
                s -> controlFlow(s).set(FieldNatural.HOST_SHADOW_STACK_TABLE, NOT_CANONICAL));
        for (FieldNatural field : new FieldNatural[] {CONTROL_FLOW, FieldNatural.HOST_SHADOW_STACK_POINTER}) {
            list.add(HOST_64_CONTROL_FLOW, field, s -> controlFlow(s).set(field, NOT_CANONICAL));
            list.add(HOST_32_CONTROL_FLOW, field, GuestMode.PROTECTED, s -> controlFlow(host32(s)).set(field, HIGH));
        }
    }

    private static Setup controlFlow(Setup setup) {
        return setup.with(EXIT, ExitControls.LOAD_CONTROL_FLOW_STATE);
    }

    private static void addSegments(CaseList list) {
        for (Field16 field : Field16.values()) {
            if (field.name().startsWith("HOST_")) {
                list.add(SELECTOR_BITS, field, s -> s.set(field, 0x33));
                list.add(SELECTOR_BITS, field, s -> s.set(field, 0x34));
            }
        }
        list.add(SELECTOR_NULL, Field16.HOST_CS_SELECTOR, s -> s.set(Field16.HOST_CS_SELECTOR, 0));
        list.add(SELECTOR_NULL, Field16.HOST_TR_SELECTOR, s -> s.set(Field16.HOST_TR_SELECTOR, 0));
        list.add(STACK_SELECTOR_NULL, Field16.HOST_SS_SELECTOR, GuestMode.PROTECTED, s -> host32(s).set(Field16.HOST_SS_SELECTOR, 0));
        for (FieldNatural field : FieldNatural.values()) {
            if (field.name().matches("HOST_.*_BASE")) {
                list.add(BASE_CANONICAL, field, s -> s.set(field, NOT_CANONICAL));
            }
        }
    }

    private static void addAddressSpace(CaseList list) {
        list.add(HOST_IN_LONG_MODE, Field32.EXIT_CONTROLS, GuestMode.PROTECTED, s -> host32(s).msr(Msr.EFER, 5 << 8));
        list.add(HOST_OUTSIDE_LONG_MODE, Field32.EXIT_CONTROLS, GuestMode.PROTECTED, s -> s.msr(Msr.EFER, 0));
        list.add(GUEST_OUTSIDE_LONG_MODE, Field32.ENTRY_CONTROLS, GuestMode.LONG, Set.of(HOST_32_GUEST), HostCases::host32);
        list.add(HOST_32_GUEST, Field32.ENTRY_CONTROLS, GuestMode.LONG, Set.of(HOST_IN_LONG_MODE), s -> host32(s).msr(Msr.EFER, 5 << 8));
        list.add(HOST_64_ADDRESS_EXTENSION, FieldNatural.HOST_CR4, s -> s.without(FieldNatural.HOST_CR4, Cr4.PHYSICAL_ADDRESS_EXTENSION));
        list.add(HOST_64_RIP, FieldNatural.HOST_RIP, s -> s.set(FieldNatural.HOST_RIP, NOT_CANONICAL));
        list.add(HOST_32_CONTEXT_IDS, FieldNatural.HOST_CR4, GuestMode.PROTECTED, s -> host32(s).with(FieldNatural.HOST_CR4, Cr4.PROCESS_CONTEXT_IDS));
        list.add(HOST_32_RIP, FieldNatural.HOST_RIP, GuestMode.PROTECTED, s -> host32(s).set(FieldNatural.HOST_RIP, HIGH));
    }

    /** A host that is a 32-bit system. */
    private static Setup host32(Setup setup) {
        return setup.msr(Msr.EFER, 0).without(EXIT, ExitControls.HOST_ADDRESS_SPACE_64).without(Field64.HOST_EFER, 5 << 8).set(FieldNatural.HOST_RIP, 0x1000);
    }
}
