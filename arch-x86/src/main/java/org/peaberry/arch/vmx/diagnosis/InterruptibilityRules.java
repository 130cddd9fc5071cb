/** Checks of what blocks events of the guest. SDM 26.3.1.5. The hypervisor is never in system management mode. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.vmx.EntryControls;
import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.FieldNatural;
import org.peaberry.arch.vmx.Interruptibility;
import org.peaberry.arch.vmx.PinControls;

final class InterruptibilityRules extends RuleGroup {
    private static final Field32 BLOCKING = Field32.GUEST_INTERRUPTIBILITY;
    private static final Field32 EVENT = Field32.ENTRY_INTERRUPTION_INFORMATION;
    /** Bits 31:5. */
    private static final int RESERVED = ~0x1f;

    @Override
    void check(EntryState state, Findings findings) {
        int blocking = state.read(BLOCKING);
        boolean isSti = (blocking & Interruptibility.BLOCKED_BY_STI) != 0;
        boolean isMovSs = (blocking & Interruptibility.BLOCKED_BY_MOV_SS) != 0;
        findings.requireNone(Integer.toUnsignedLong(blocking & RESERVED), GuestStateRule.BLOCKING_RESERVED, BLOCKING);
        findings.require(!isSti || !isMovSs, GuestStateRule.BLOCKING_BOTH, BLOCKING);
        boolean hasInterrupts = (state.read(FieldNatural.GUEST_RFLAGS) & Rflags.INTERRUPT) != 0;
        findings.require(!isSti || hasInterrupts, GuestStateRule.BLOCKING_STI, BLOCKING, FieldNatural.GUEST_RFLAGS);
        checkEvent(isSti, isMovSs, state, findings);
        checkManagementMode((blocking & Interruptibility.BLOCKED_BY_SMI) != 0, state, findings);
        boolean isEnclave = (blocking & Interruptibility.ENCLAVE_INTERRUPTED) != 0;
        findings.require(!isEnclave || !isMovSs, GuestStateRule.BLOCKING_ENCLAVE_MOV_SS, BLOCKING);
        findings.require(!isEnclave || state.limits.hasEnclaves, GuestStateRule.BLOCKING_ENCLAVE, BLOCKING);
    }

    private static void checkEvent(boolean isSti, boolean isMovSs, EntryState state, Findings findings) {
        int type = InjectedEvent.type(state);
        if (type == InjectedEvent.EXTERNAL_INTERRUPT) {
            findings.require(!isSti && !isMovSs, GuestStateRule.BLOCKING_INTERRUPT, BLOCKING, EVENT);
        } else if (type == InjectedEvent.NMI) {
            findings.require(!isMovSs, GuestStateRule.BLOCKING_NMI_MOV_SS, BLOCKING, EVENT);
            findings.require(!isSti || !state.wasRefused(), GuestStateRule.BLOCKING_NMI_STI, BLOCKING, EVENT);
            boolean isNmiBlocked = (state.read(BLOCKING) & Interruptibility.BLOCKED_BY_NMI) != 0;
            findings.require(!isNmiBlocked || !state.has(ControlWord.PIN, PinControls.VIRTUAL_NMIS), GuestStateRule.BLOCKING_VIRTUAL_NMI, BLOCKING, EVENT);
        }
    }

    private static void checkManagementMode(boolean isSmi, EntryState state, Findings findings) {
        if (state.entry(EntryControls.ENTRY_TO_SMM)) {
            findings.require(isSmi, GuestStateRule.BLOCKING_ENTRY_TO_SMM, BLOCKING);
        } else {
            findings.require(!isSmi, GuestStateRule.BLOCKING_SMI, BLOCKING);
        }
    }
}
