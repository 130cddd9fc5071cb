/** Checks of the guest's RIP, RFLAGS and shadow-stack pointer. SDM 26.3.1.4. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.vmx.EntryControls;
import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.FieldNatural;

final class InstructionPointerRules extends RuleGroup {
    private static final long HIGH_HALF = 0xffff_ffff_0000_0000L;
    private static final long STACK_ALIGNMENT = 3;
    /** Bits 63:22, 15, 5 and 3. */
    private static final long FLAGS_RESERVED = ~0x3f_ffffL | 1 << 15 | 1 << 5 | 1 << 3;
    private static final FieldNatural FLAGS = FieldNatural.GUEST_RFLAGS;

    @Override
    void check(EntryState state, Findings findings) {
        checkPointer(state, findings);
        checkFlags(state.read(FLAGS), state, findings);
        if (state.entry(EntryControls.LOAD_CONTROL_FLOW_STATE)) {
            FieldNatural stack = FieldNatural.GUEST_SHADOW_STACK_POINTER;
            findings.requireNone(state.read(stack) & STACK_ALIGNMENT, GuestStateRule.SHADOW_STACK_ALIGNMENT, stack);
            findings.require(state.limits.addresses.hasUniformTop(state.read(stack)), GuestStateRule.SHADOW_STACK_TOP, stack);
            findings.require(state.isCanonical(FieldNatural.GUEST_SHADOW_STACK_TABLE), GuestStateRule.SHADOW_STACK_TABLE_CANONICAL,
                    FieldNatural.GUEST_SHADOW_STACK_TABLE);
        }
    }

    private static void checkPointer(EntryState state, Findings findings) {
        long pointer = state.read(FieldNatural.GUEST_RIP);
        if (state.isLongCode()) {
            findings.require(state.limits.addresses.hasUniformTop(pointer), GuestStateRule.RIP_TOP, FieldNatural.GUEST_RIP);
        } else {
            findings.requireNone(pointer & HIGH_HALF, GuestStateRule.RIP_HIGH, FieldNatural.GUEST_RIP);
        }
    }

    private static void checkFlags(long flags, EntryState state, Findings findings) {
        findings.requireNone(flags & FLAGS_RESERVED, GuestStateRule.RFLAGS_RESERVED, FLAGS);
        findings.require((flags & Rflags.ALWAYS_ONE) != 0, GuestStateRule.RFLAGS_ONE, FLAGS);
        boolean canBeVirtual8086 = !state.isLongMode() && state.isProtected();
        findings.require(!state.isVirtual8086() || canBeVirtual8086, GuestStateRule.RFLAGS_VIRTUAL_8086, FLAGS, FieldNatural.GUEST_CR0);
        boolean needsInterrupts = InjectedEvent.type(state) == InjectedEvent.EXTERNAL_INTERRUPT;
        findings.require(!needsInterrupts || (flags & Rflags.INTERRUPT) != 0, GuestStateRule.RFLAGS_INTERRUPT, FLAGS, Field32.ENTRY_INTERRUPTION_INFORMATION);
    }
}
