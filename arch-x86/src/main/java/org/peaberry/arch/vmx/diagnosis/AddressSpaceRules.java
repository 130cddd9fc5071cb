/** Checks of the width of the host's address space. SDM 26.2.4. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.vmx.ExitControls;
import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.FieldNatural;

final class AddressSpaceRules extends RuleGroup {
    private static final long HIGH_HALF = 0xffff_ffff_0000_0000L;

    @Override
    void check(EntryState state, Findings findings) {
        boolean is64 = state.exit(ExitControls.HOST_ADDRESS_SPACE_64);
        if (state.limits.isInLongMode) {
            findings.require(is64, HostRule.HOST_IN_LONG_MODE, Field32.EXIT_CONTROLS);
        } else {
            findings.require(!state.isLongMode(), HostRule.GUEST_OUTSIDE_LONG_MODE, Field32.ENTRY_CONTROLS);
            findings.require(!is64, HostRule.HOST_OUTSIDE_LONG_MODE, Field32.EXIT_CONTROLS);
        }
        if (is64) {
            check64(state, findings);
        } else {
            check32(state, findings);
        }
    }

    private static void check32(EntryState state, Findings findings) {
        findings.require(!state.isLongMode(), HostRule.HOST_32_GUEST, Field32.ENTRY_CONTROLS, Field32.EXIT_CONTROLS);
        findings.requireNone(state.read(FieldNatural.HOST_CR4) & Cr4.PROCESS_CONTEXT_IDS, HostRule.HOST_32_CONTEXT_IDS, FieldNatural.HOST_CR4);
        findings.requireNone(state.read(FieldNatural.HOST_RIP) & HIGH_HALF, HostRule.HOST_32_RIP, FieldNatural.HOST_RIP);
        if (state.exit(ExitControls.LOAD_CONTROL_FLOW_STATE)) {
            check32(FieldNatural.HOST_SUPERVISOR_CONTROL_FLOW, state, findings);
            check32(FieldNatural.HOST_SHADOW_STACK_POINTER, state, findings);
        }
    }

    private static void check32(FieldNatural field, EntryState state, Findings findings) {
        findings.requireNone(state.read(field) & HIGH_HALF, HostRule.HOST_32_CONTROL_FLOW, field);
    }

    private static void check64(EntryState state, Findings findings) {
        findings.require((state.read(FieldNatural.HOST_CR4) & Cr4.PHYSICAL_ADDRESS_EXTENSION) != 0, HostRule.HOST_64_ADDRESS_EXTENSION, FieldNatural.HOST_CR4);
        findings.require(state.isCanonical(FieldNatural.HOST_RIP), HostRule.HOST_64_RIP, FieldNatural.HOST_RIP);
        if (state.exit(ExitControls.LOAD_CONTROL_FLOW_STATE)) {
            check64(FieldNatural.HOST_SUPERVISOR_CONTROL_FLOW, state, findings);
            check64(FieldNatural.HOST_SHADOW_STACK_POINTER, state, findings);
        }
    }

    private static void check64(FieldNatural field, EntryState state, Findings findings) {
        findings.require(state.isCanonical(field), HostRule.HOST_64_CONTROL_FLOW, field);
    }
}
