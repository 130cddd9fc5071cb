/** Checks of the guest's CS. SDM 26.3.1.2. */
package org.peaberry.arch.vmx.diagnosis;

final class CodeSegmentRules extends RuleGroup {
    private static final GuestSegment CS = GuestSegment.CS;
    /** Data, accessed and writable: real mode of an unrestricted guest. */
    private static final int DATA = 3;
    private static final int ACCESSED_CODE = GuestSegment.CODE | GuestSegment.ACCESSED;

    @Override
    void check(EntryState state, Findings findings) {
        if (state.isVirtual8086()) {
            return;
        }
        boolean isCode = (CS.type(state) & ACCESSED_CODE) == ACCESSED_CODE;
        if (state.isUnrestricted()) {
            findings.require(isCode || isData(state), GuestSegmentRule.CODE_TYPE_UNRESTRICTED, CS.rightsField);
        } else {
            findings.require(isCode, GuestSegmentRule.CODE_TYPE, CS.rightsField);
        }
        checkPrivilege(isCode, state, findings);
        boolean isBigLongCode = state.isLongCode() && (CS.rights(state) & GuestSegment.BIG) != 0;
        findings.require(!isBigLongCode, GuestSegmentRule.CODE_SIZE, CS.rightsField);
    }

    private static void checkPrivilege(boolean isCode, EntryState state, Findings findings) {
        int own = CS.privilege(state);
        int stack = GuestSegment.SS.privilege(state);
        if (isData(state)) {
            findings.require(own == 0, GuestSegmentRule.CODE_PRIVILEGE_DATA, CS.rightsField);
        } else if (isCode && (CS.type(state) & GuestSegment.CONFORMING) != 0) {
            findings.require(own <= stack, GuestSegmentRule.CODE_PRIVILEGE_CONFORMING, CS.rightsField, GuestSegment.SS.rightsField);
        } else if (isCode) {
            findings.require(own == stack, GuestSegmentRule.CODE_PRIVILEGE, CS.rightsField, GuestSegment.SS.rightsField);
        }
    }

    static boolean isData(EntryState state) {
        return CS.type(state) == DATA;
    }
}
