/** Checks of VM functions. SDM 26.2.1.1. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.vmx.Field64;
import org.peaberry.arch.vmx.SecondaryControls;

final class FunctionRules extends RuleGroup {
    private static final long EPTP_SWITCHING = 1;

    @Override
    void check(EntryState state, Findings findings) {
        if (!state.secondary(SecondaryControls.VM_FUNCTIONS)) {
            return;
        }
        long functions = state.read(Field64.VM_FUNCTION_CONTROLS);
        findings.requireNone(functions & ~state.limits.functions, ExecutionControlRule.FUNCTIONS_ALLOWED, Field64.VM_FUNCTION_CONTROLS);
        if ((functions & state.limits.functions & EPTP_SWITCHING) != 0) {
            findings.require(state.secondary(SecondaryControls.EPT), ExecutionControlRule.SWITCHING_WITHOUT_EPT, Field64.VM_FUNCTION_CONTROLS);
            StructureAddress.checkPage(state, findings, Field64.EPTP_LIST_ADDRESS);
        }
    }
}
