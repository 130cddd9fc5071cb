/** Checks of the guest's TR and LDTR. SDM 26.3.1.2. */
package org.peaberry.arch.vmx.diagnosis;

final class SystemSegmentRules extends RuleGroup {
    private static final GuestSegment TR = GuestSegment.TR;
    private static final GuestSegment LDTR = GuestSegment.LDTR;
    private static final int BUSY_TASK_16 = 3;
    private static final int BUSY_TASK = 11;
    private static final int LOCAL_TABLE = 2;

    @Override
    void check(EntryState state, Findings findings) {
        checkTask(state, findings);
        checkCommon(TR, state, findings);
        if (LDTR.isUsable(state)) {
            findings.require(LDTR.type(state) == LOCAL_TABLE, GuestSegmentRule.LOCAL_TABLE_TYPE, LDTR.rightsField);
            checkCommon(LDTR, state, findings);
        }
    }

    private static void checkTask(EntryState state, Findings findings) {
        int type = TR.type(state);
        if (state.isLongMode()) {
            findings.require(type == BUSY_TASK, GuestSegmentRule.TASK_TYPE_LONG, TR.rightsField);
        } else {
            findings.require(type == BUSY_TASK || type == BUSY_TASK_16, GuestSegmentRule.TASK_TYPE, TR.rightsField);
        }
        findings.require(TR.isUsable(state), GuestSegmentRule.TASK_UNUSABLE, TR.rightsField);
    }

    private static void checkCommon(GuestSegment segment, EntryState state, Findings findings) {
        findings.require((segment.selector(state) & GuestSegment.LOCAL_TABLE) == 0, GuestSegmentRule.SELECTOR_LOCAL, segment.selectorField);
        findings.require(state.isCanonical(segment.baseField), GuestSegmentRule.BASE_CANONICAL, segment.baseField);
        findings.require((segment.rights(state) & GuestSegment.CODE_OR_DATA) == 0, GuestSegmentRule.NOT_SYSTEM, segment.rightsField);
        GuestSegmentRules.checkPresence(segment, state, findings);
    }
}
