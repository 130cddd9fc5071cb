/** Checks of the host's segment and descriptor-table registers. SDM 26.2.3. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.vmx.ExitControls;
import org.peaberry.arch.vmx.Field16;
import org.peaberry.arch.vmx.FieldNatural;

final class HostSegmentRules extends RuleGroup {
    private static final Field16[] SELECTORS = {Field16.HOST_CS_SELECTOR, Field16.HOST_SS_SELECTOR, Field16.HOST_DS_SELECTOR,
        Field16.HOST_ES_SELECTOR, Field16.HOST_FS_SELECTOR, Field16.HOST_GS_SELECTOR, Field16.HOST_TR_SELECTOR};
    private static final FieldNatural[] BASES = {FieldNatural.HOST_FS_BASE, FieldNatural.HOST_GS_BASE, FieldNatural.HOST_GDTR_BASE,
        FieldNatural.HOST_IDTR_BASE, FieldNatural.HOST_TR_BASE};
    /** RPL and TI. */
    private static final int SELECTOR_LOW = 7;

    @Override
    void check(EntryState state, Findings findings) {
        for (Field16 selector : SELECTORS) {
            findings.requireNone(state.read(selector) & SELECTOR_LOW, HostRule.SELECTOR_BITS, selector);
        }
        findings.require(state.read(Field16.HOST_CS_SELECTOR) != 0, HostRule.SELECTOR_NULL, Field16.HOST_CS_SELECTOR);
        findings.require(state.read(Field16.HOST_TR_SELECTOR) != 0, HostRule.SELECTOR_NULL, Field16.HOST_TR_SELECTOR);
        findings.require(state.exit(ExitControls.HOST_ADDRESS_SPACE_64) || state.read(Field16.HOST_SS_SELECTOR) != 0,
                HostRule.STACK_SELECTOR_NULL, Field16.HOST_SS_SELECTOR);
        for (FieldNatural base : BASES) {
            findings.require(state.isCanonical(base), HostRule.BASE_CANONICAL, base);
        }
    }
}
