/** Checks of entry controls that belong to system management mode and to Intel PT. SDM 26.2.1.1 and 26.2.1.3. The hypervisor is never in that mode. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.vmx.EntryControls;
import org.peaberry.arch.vmx.Field32;

final class EntryModeRules extends RuleGroup {
    @Override
    void check(EntryState state, Findings findings) {
        findings.require(!state.entry(EntryControls.ENTRY_TO_SMM), EntryControlRule.ENTRY_TO_SMM, Field32.ENTRY_CONTROLS);
        findings.require(!state.entry(EntryControls.DEACTIVATE_DUAL_MONITOR), EntryControlRule.DEACTIVATE_DUAL_MONITOR, Field32.ENTRY_CONTROLS);
        findings.require(!state.entry(EntryControls.LOAD_TRACE_CONTROL) || !state.limits.isTracing, EntryControlRule.TRACE_ENABLED, Field32.ENTRY_CONTROLS);
    }
}
