/** Checks of the debug exceptions that wait for the guest. SDM 26.3.1.5. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.Field64;
import org.peaberry.arch.vmx.FieldNatural;
import org.peaberry.arch.vmx.Interruptibility;

/** Bits: Intel SDM vol. 3, table 25-4. */
final class PendingDebugRules extends RuleGroup {
    private static final FieldNatural PENDING = FieldNatural.GUEST_PENDING_DEBUG_EXCEPTIONS;
    private static final long BUS_LOCK = 1L << 11;
    private static final long ENABLED_BREAKPOINT = 1L << 12;
    private static final long SINGLE_STEP = 1L << 14;
    private static final long TRANSACTION = 1L << 16;
    /** Bits 10:4, 13, 15 and 63:17. */
    private static final long RESERVED = ~0x1_ffffL | 1 << 15 | 1 << 13 | 0x7f0;
    /** Bits 11:0 and 14: what cannot be pending together with a transaction. */
    private static final long NOT_IN_TRANSACTION = 0xfff | SINGLE_STEP;
    /** Bit 1 of IA32_DEBUGCTL: trap at branches only. */
    private static final long BRANCH_TRAP = 1L << 1;

    @Override
    void check(EntryState state, Findings findings) {
        long pending = state.read(PENDING);
        findings.requireNone(pending & (state.limits.detectsBusLocks ? RESERVED : RESERVED | BUS_LOCK), GuestStateRule.PENDING_RESERVED, PENDING);
        int blocking = state.read(Field32.GUEST_INTERRUPTIBILITY);
        if ((blocking & Interruptibility.SHADOW) != 0 || state.read(Field32.GUEST_ACTIVITY) == ActivityState.HLT) {
            checkStep((pending & SINGLE_STEP) != 0, state, findings);
        }
        if ((pending & TRANSACTION) != 0) {
            boolean isAlone = (pending & NOT_IN_TRANSACTION) == 0 && (pending & ENABLED_BREAKPOINT) != 0;
            findings.require(isAlone, GuestStateRule.PENDING_TRANSACTION, PENDING);
            findings.require(state.limits.hasTransactions, GuestStateRule.PENDING_TRANSACTION_ABSENT, PENDING);
            findings.require((blocking & Interruptibility.BLOCKED_BY_MOV_SS) == 0, GuestStateRule.PENDING_TRANSACTION_MOV_SS,
                    PENDING, Field32.GUEST_INTERRUPTIBILITY);
        }
    }

    private static void checkStep(boolean isPending, EntryState state, Findings findings) {
        boolean traps = (state.read(FieldNatural.GUEST_RFLAGS) & Rflags.TRAP) != 0 && (state.read(Field64.GUEST_DEBUG_CONTROL) & BRANCH_TRAP) == 0;
        findings.require(isPending || !traps, GuestStateRule.PENDING_STEP_MISSING, PENDING, FieldNatural.GUEST_RFLAGS);
        findings.require(!isPending || traps, GuestStateRule.PENDING_STEP, PENDING, FieldNatural.GUEST_RFLAGS);
    }
}
