/** Checks of the guest's debug register and of the model-specific registers that every processor has. SDM 26.3.1.1. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.vmx.EntryControls;
import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.Field64;
import org.peaberry.arch.vmx.FieldNatural;

final class GuestMsrRules extends RuleGroup {
    private static final long HIGH_HALF = 0xffff_ffff_0000_0000L;

    @Override
    void check(EntryState state, Findings findings) {
        if (state.entry(EntryControls.LOAD_DEBUG_CONTROLS)) {
            findings.requireNone(state.read(Field64.GUEST_DEBUG_CONTROL) & state.limits.registers.debugControlReserved,
                    GuestRegisterRule.DEBUG_CONTROL, Field64.GUEST_DEBUG_CONTROL);
            findings.requireNone(state.read(FieldNatural.GUEST_DR7) & HIGH_HALF, GuestRegisterRule.DR7_HIGH, FieldNatural.GUEST_DR7);
        }
        findings.require(state.isCanonical(FieldNatural.GUEST_SYSENTER_ESP), GuestRegisterRule.SYSENTER_CANONICAL, FieldNatural.GUEST_SYSENTER_ESP);
        findings.require(state.isCanonical(FieldNatural.GUEST_SYSENTER_EIP), GuestRegisterRule.SYSENTER_CANONICAL, FieldNatural.GUEST_SYSENTER_EIP);
        if (state.entry(EntryControls.LOAD_PERF_GLOBAL_CONTROL)) {
            findings.requireNone(state.read(Field64.GUEST_PERF_GLOBAL_CONTROL) & state.limits.registers.performanceReserved,
                    GuestRegisterRule.PERFORMANCE_RESERVED, Field64.GUEST_PERF_GLOBAL_CONTROL);
        }
        if (state.entry(EntryControls.LOAD_PAGE_ATTRIBUTE_TABLE)) {
            findings.requireNone(PageAttributes.wrongBytes(state.read(Field64.GUEST_PAGE_ATTRIBUTE_TABLE)), GuestRegisterRule.PAGE_ATTRIBUTES,
                    Field64.GUEST_PAGE_ATTRIBUTE_TABLE);
        }
        if (state.entry(EntryControls.LOAD_EFER)) {
            checkEfer(state, findings);
        }
    }

    private static void checkEfer(EntryState state, Findings findings) {
        long efer = state.read(Field64.GUEST_EFER);
        boolean isActive = (efer & Efer.LONG_MODE_ACTIVE) != 0;
        boolean isEnabled = (efer & Efer.LONG_MODE_ENABLE) != 0;
        boolean hasPaging = (state.read(FieldNatural.GUEST_CR0) & Cr0.PAGING) != 0;
        findings.requireNone(efer & state.limits.registers.eferReserved, GuestRegisterRule.EFER_RESERVED, Field64.GUEST_EFER);
        findings.require(isActive == state.isLongMode(), GuestRegisterRule.EFER_ACTIVE, Field64.GUEST_EFER, Field32.ENTRY_CONTROLS);
        findings.require(!hasPaging || isEnabled == isActive, GuestRegisterRule.EFER_ENABLE, Field64.GUEST_EFER, FieldNatural.GUEST_CR0);
    }
}
