/** Checks of the guest's SS. SDM 26.3.1.2. Its privilege level counts even when it is unusable. */
package org.peaberry.arch.vmx.diagnosis;

final class StackSegmentRules extends RuleGroup {
    private static final GuestSegment SS = GuestSegment.SS;
    private static final int READ_WRITE = 3;
    private static final int READ_WRITE_EXPAND_DOWN = 7;

    @Override
    void check(EntryState state, Findings findings) {
        if (state.isVirtual8086()) {
            return;
        }
        int privilege = SS.privilege(state);
        if (!state.isUnrestricted()) {
            int requested = SS.requestedPrivilege(state);
            findings.require(requested == GuestSegment.CS.requestedPrivilege(state), GuestSegmentRule.STACK_REQUESTED_PRIVILEGE,
                    SS.selectorField, GuestSegment.CS.selectorField);
            findings.require(privilege == requested, GuestSegmentRule.STACK_PRIVILEGE, SS.rightsField, SS.selectorField);
        }
        boolean isReal = CodeSegmentRules.isData(state) || !state.isProtected();
        findings.require(!isReal || privilege == 0, GuestSegmentRule.STACK_PRIVILEGE_REAL, SS.rightsField);
        int type = SS.type(state);
        findings.require(!SS.isUsable(state) || type == READ_WRITE || type == READ_WRITE_EXPAND_DOWN, GuestSegmentRule.STACK_TYPE, SS.rightsField);
    }
}
