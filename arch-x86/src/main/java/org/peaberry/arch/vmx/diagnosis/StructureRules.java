/** Checks of the structures that VM-execution controls point to, and of CR3 targets. SDM 26.2.1.1. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.vmx.Field16;
import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.Field64;
import org.peaberry.arch.vmx.SecondaryControls;

final class StructureRules extends RuleGroup {
    private static final StructureAddress[] ADDRESSES = StructureAddress.values();

    @Override
    void check(EntryState state, Findings findings) {
        findings.require(Integer.compareUnsigned(state.read(Field32.CR3_TARGET_COUNT), state.limits.cr3Targets()) <= 0,
                ExecutionControlRule.CR3_TARGETS, Field32.CR3_TARGET_COUNT);
        for (StructureAddress address : ADDRESSES) {
            address.check(state, findings);
        }
        if (StructureAddress.PID_POINTER_TABLE.isGood(state)) {
            checkLastEntry(state, findings);
        }
        if (state.secondary(SecondaryControls.TSC_SCALING)) {
            findings.require(state.read(Field64.TSC_MULTIPLIER) != 0, ExecutionControlRule.TSC_MULTIPLIER, Field64.TSC_MULTIPLIER);
        }
    }

    private static void checkLastEntry(EntryState state, Findings findings) {
        long last = state.read(Field64.PID_POINTER_TABLE) + (long) Long.BYTES * state.read(Field16.LAST_PID_POINTER_INDEX);
        findings.require((last & state.limits.structureForbidden) == 0, ExecutionControlRule.LAST_PID_WIDTH,
                Field64.PID_POINTER_TABLE, Field16.LAST_PID_POINTER_INDEX);
    }
}
