/** Checks of the guest's control registers. SDM 26.3.1.1. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.FieldNatural;

final class GuestControlRegisterRules extends RuleGroup {
    private static final FieldNatural CR0 = FieldNatural.GUEST_CR0;
    private static final FieldNatural CR4 = FieldNatural.GUEST_CR4;
    /** An entry does not change them, so they are not checked. */
    private static final long CACHING = Cr0.CACHE_DISABLE | Cr0.NOT_WRITE_THROUGH;

    @Override
    void check(EntryState state, Findings findings) {
        checkFixedBits(state, findings);
        long cr0 = state.read(CR0);
        long cr4 = state.read(CR4);
        boolean hasPaging = (cr0 & Cr0.PAGING) != 0;
        findings.require(!hasPaging || state.isProtected(), GuestRegisterRule.PAGING_WITHOUT_PROTECTION, CR0);
        boolean needsWriteProtect = (cr4 & state.limits.cr4Allowed & Cr4.CONTROL_FLOW_ENFORCEMENT) != 0;
        findings.require(!needsWriteProtect || (cr0 & Cr0.WRITE_PROTECT) != 0, GuestRegisterRule.CONTROL_FLOW_WRITE_PROTECT, CR4, CR0);
        if (state.isLongMode()) {
            findings.require(hasPaging, GuestRegisterRule.LONG_MODE_PAGING, CR0, Field32.ENTRY_CONTROLS);
            findings.require((cr4 & Cr4.PHYSICAL_ADDRESS_EXTENSION) != 0, GuestRegisterRule.LONG_MODE_ADDRESS_EXTENSION, CR4, Field32.ENTRY_CONTROLS);
        } else {
            boolean hasContexts = (cr4 & state.limits.cr4Allowed & Cr4.PROCESS_CONTEXT_IDS) != 0;
            findings.require(!hasContexts, GuestRegisterRule.CONTEXT_IDS, CR4, Field32.ENTRY_CONTROLS);
        }
        findings.requireNone(state.read(FieldNatural.GUEST_CR3) & ~state.limits.addresses.physicalMask(), GuestRegisterRule.CR3_WIDTH, FieldNatural.GUEST_CR3);
    }

    private static void checkFixedBits(EntryState state, Findings findings) {
        ProcessorLimits limits = state.limits;
        long unchecked = state.isUnrestricted() ? CACHING | Cr0.PROTECTION | Cr0.PAGING : CACHING;
        long cr0 = state.read(CR0);
        long cr4 = state.read(CR4);
        findings.requireNone(limits.cr0Mandatory & ~cr0 & ~unchecked, GuestRegisterRule.CR0_MANDATORY, CR0);
        findings.requireNone(cr0 & ~limits.cr0Allowed & ~unchecked, GuestRegisterRule.CR0_ALLOWED, CR0);
        findings.requireNone(limits.cr4Mandatory & ~cr4, GuestRegisterRule.CR4_MANDATORY, CR4);
        findings.requireNone(cr4 & ~limits.cr4Allowed, GuestRegisterRule.CR4_ALLOWED, CR4);
    }
}
