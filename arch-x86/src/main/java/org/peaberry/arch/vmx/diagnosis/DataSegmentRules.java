/** Checks of the guest's DS, ES, FS and GS. SDM 26.3.1.2. */
package org.peaberry.arch.vmx.diagnosis;

final class DataSegmentRules extends RuleGroup {
    private static final GuestSegment[] SEGMENTS = {GuestSegment.DS, GuestSegment.ES, GuestSegment.FS, GuestSegment.GS};

    @Override
    void check(EntryState state, Findings findings) {
        for (GuestSegment segment : SEGMENTS) {
            if (!state.isVirtual8086() && segment.isUsable(state)) {
                check(segment, state, findings);
            }
        }
    }

    private static void check(GuestSegment segment, EntryState state, Findings findings) {
        int type = segment.type(state);
        boolean isCode = (type & GuestSegment.CODE) != 0;
        findings.require((type & GuestSegment.ACCESSED) != 0, GuestSegmentRule.DATA_ACCESSED, segment.rightsField);
        findings.require(!isCode || (type & GuestSegment.READABLE) != 0, GuestSegmentRule.DATA_READABLE, segment.rightsField);
        boolean isConforming = isCode && (type & GuestSegment.CONFORMING) != 0;
        if (!state.isUnrestricted() && !isConforming) {
            findings.require(segment.privilege(state) >= segment.requestedPrivilege(state), GuestSegmentRule.DATA_PRIVILEGE,
                    segment.rightsField, segment.selectorField);
        }
    }
}
