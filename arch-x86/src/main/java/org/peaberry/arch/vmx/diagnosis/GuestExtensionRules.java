/** Checks of the guest's model-specific registers of later extensions: MPX, tracing, CET, protection keys, user interrupts. SDM 26.3.1.1. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.vmx.EntryControls;
import org.peaberry.arch.vmx.Field16;
import org.peaberry.arch.vmx.Field64;
import org.peaberry.arch.vmx.FieldNatural;

final class GuestExtensionRules extends RuleGroup {
    private static final long HIGH_HALF = 0xffff_ffff_0000_0000L;
    private static final long PAGE_MASK = 0xfff;
    private static final long VECTOR_RESERVED = 0xff00;

    @Override
    void check(EntryState state, Findings findings) {
        if (state.entry(EntryControls.LOAD_CONTROL_FLOW_STATE)) {
            checkControlFlow(state, findings);
        }
        if (state.entry(EntryControls.LOAD_BOUND_CONFIG)) {
            checkBounds(state, findings);
        }
        if (state.entry(EntryControls.LOAD_TRACE_CONTROL)) {
            findings.requireNone(state.read(Field64.GUEST_TRACE_CONTROL) & RegisterLimits.TRACE_RESERVED,
                    GuestRegisterRule.TRACE_RESERVED, Field64.GUEST_TRACE_CONTROL);
        }
        if (state.entry(EntryControls.LOAD_LAST_BRANCH_CONTROL)) {
            findings.requireNone(state.read(Field64.GUEST_LAST_BRANCH_CONTROL) & RegisterLimits.LAST_BRANCH_RESERVED,
                    GuestRegisterRule.LAST_BRANCH_RESERVED, Field64.GUEST_LAST_BRANCH_CONTROL);
        }
        if (state.entry(EntryControls.LOAD_PROTECTION_KEYS)) {
            findings.requireNone(state.read(Field64.GUEST_PROTECTION_KEYS) & HIGH_HALF, GuestRegisterRule.PROTECTION_KEYS, Field64.GUEST_PROTECTION_KEYS);
        }
        if (state.entry(EntryControls.LOAD_USER_INTERRUPT_VECTOR)) {
            findings.requireNone(state.read(Field16.GUEST_USER_INTERRUPT_VECTOR) & VECTOR_RESERVED,
                    GuestRegisterRule.USER_INTERRUPT_VECTOR, Field16.GUEST_USER_INTERRUPT_VECTOR);
        }
    }

    private static void checkControlFlow(EntryState state, Findings findings) {
        FieldNatural field = FieldNatural.GUEST_SUPERVISOR_CONTROL_FLOW;
        findings.requireNone(state.read(field) & ControlFlow.RESERVED, GuestRegisterRule.CONTROL_FLOW_RESERVED, field);
        findings.require(ControlFlow.isTrackerGood(state.read(field)), GuestRegisterRule.CONTROL_FLOW_TRACKER, field);
    }

    private static void checkBounds(EntryState state, Findings findings) {
        long bounds = state.read(Field64.GUEST_BOUND_CONFIG);
        findings.requireNone(bounds & RegisterLimits.BOUND_RESERVED, GuestRegisterRule.BOUND_RESERVED, Field64.GUEST_BOUND_CONFIG);
        findings.require(state.limits.addresses.isCanonical(bounds & ~PAGE_MASK), GuestRegisterRule.BOUND_CANONICAL, Field64.GUEST_BOUND_CONFIG);
    }
}
