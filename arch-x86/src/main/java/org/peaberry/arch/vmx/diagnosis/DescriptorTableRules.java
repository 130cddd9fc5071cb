/** Checks of the guest's GDTR and IDTR. SDM 26.3.1.3. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.FieldNatural;

final class DescriptorTableRules extends RuleGroup {
    private static final long LIMIT_HIGH = 0xffff_0000L;

    @Override
    void check(EntryState state, Findings findings) {
        check(FieldNatural.GUEST_GDTR_BASE, Field32.GUEST_GDTR_LIMIT, state, findings);
        check(FieldNatural.GUEST_IDTR_BASE, Field32.GUEST_IDTR_LIMIT, state, findings);
    }

    private static void check(FieldNatural base, Field32 limit, EntryState state, Findings findings) {
        findings.require(state.isCanonical(base), GuestStateRule.TABLE_BASE_CANONICAL, base);
        findings.requireNone(state.read(limit) & LIMIT_HIGH, GuestStateRule.TABLE_LIMIT, limit);
    }
}
