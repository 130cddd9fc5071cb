/** Checks of the VMCS link pointer, which is all ones without VMCS shadowing. SDM 26.3.1.5. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.Field64;
import org.peaberry.arch.vmx.SecondaryControls;

final class LinkPointerRules extends RuleGroup {
    private static final Field64 LINK = Field64.VMCS_LINK_POINTER;
    private static final long NONE = -1;
    private static final long PAGE_MASK = 0xfff;
    private static final int SHADOW = 1 << 31;

    @Override
    void check(EntryState state, Findings findings) {
        long link = state.read(LINK);
        if (link == NONE) {
            return;
        }
        long forbidden = state.limits.structureForbidden;
        findings.requireNone(link & PAGE_MASK, GuestStateRule.LINK_ALIGNMENT, LINK);
        findings.requireNone(link & forbidden & ~PAGE_MASK, GuestStateRule.LINK_WIDTH, LINK);
        if ((link & (forbidden | PAGE_MASK)) == 0) {
            findings.require(link != state.vmcs.region(), GuestStateRule.LINK_CURRENT, LINK);
            boolean isMemory = state.vmcs.canReadMemory(link);
            findings.require(isMemory, GuestStateRule.LINK_REVISION, LINK);
            if (isMemory) {
                checkFirstWord(state.vmcs.memoryInt(link), state, findings);
            }
        }
    }

    private static void checkFirstWord(int word, EntryState state, Findings findings) {
        findings.require((word & ~SHADOW) == state.limits.revision, GuestStateRule.LINK_REVISION, LINK);
        boolean isShadow = (word & SHADOW) != 0;
        findings.require(isShadow == state.secondary(SecondaryControls.VMCS_SHADOWING), GuestStateRule.LINK_SHADOW, LINK, Field32.SECONDARY_CONTROLS);
    }
}
