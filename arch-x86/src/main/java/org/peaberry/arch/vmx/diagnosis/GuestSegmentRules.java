/** Checks that the guest's segment registers for code and data share, and which of the others apply. SDM 26.3.1.2. */
package org.peaberry.arch.vmx.diagnosis;

final class GuestSegmentRules extends RuleGroup {
    private static final long HIGH_HALF = 0xffff_ffff_0000_0000L;
    private static final int SEGMENT_SHIFT = 4;
    private static final int VIRTUAL_8086_LIMIT = 0xffff;
    private static final int VIRTUAL_8086_RIGHTS = 0xf3;

    @Override
    void check(EntryState state, Findings findings) {
        boolean isVirtual8086 = state.isVirtual8086();
        for (int i = 0; i < GuestSegment.codeAndData(); i++) {
            GuestSegment segment = GuestSegment.of(i);
            checkBase(segment, state, findings);
            if (isVirtual8086) {
                checkVirtual8086(segment, state, findings);
            } else if (segment == GuestSegment.CS || segment.isUsable(state)) {
                checkRights(segment, state, findings);
            }
        }
    }

    private static void checkBase(GuestSegment segment, EntryState state, Findings findings) {
        switch (segment) {
            case FS, GS -> findings.require(state.isCanonical(segment.baseField), GuestSegmentRule.BASE_CANONICAL, segment.baseField);
            case CS -> findings.requireNone(segment.base(state) & HIGH_HALF, GuestSegmentRule.BASE_HIGH, segment.baseField);
            default -> findings.requireNone(segment.isUsable(state) ? segment.base(state) & HIGH_HALF : 0, GuestSegmentRule.BASE_HIGH, segment.baseField);
        }
    }

    private static void checkVirtual8086(GuestSegment segment, EntryState state, Findings findings) {
        findings.require(segment.base(state) == (long) segment.selector(state) << SEGMENT_SHIFT, GuestSegmentRule.VIRTUAL_8086_BASE,
                segment.baseField, segment.selectorField);
        findings.require(state.read(segment.limitField) == VIRTUAL_8086_LIMIT, GuestSegmentRule.VIRTUAL_8086_LIMIT, segment.limitField);
        findings.require(segment.rights(state) == VIRTUAL_8086_RIGHTS, GuestSegmentRule.VIRTUAL_8086_RIGHTS, segment.rightsField);
    }

    private static void checkRights(GuestSegment segment, EntryState state, Findings findings) {
        findings.require((segment.rights(state) & GuestSegment.CODE_OR_DATA) != 0, GuestSegmentRule.NOT_CODE_OR_DATA, segment.rightsField);
        checkPresence(segment, state, findings);
    }

    /** What every usable register must obey, those of system segments too. */
    static void checkPresence(GuestSegment segment, EntryState state, Findings findings) {
        int rights = segment.rights(state);
        boolean isGranular = (rights & GuestSegment.GRANULAR) != 0;
        findings.require((rights & GuestSegment.PRESENT) != 0, GuestSegmentRule.NOT_PRESENT, segment.rightsField);
        findings.requireNone(rights & GuestSegment.RESERVED_LOW, GuestSegmentRule.RESERVED_LOW, segment.rightsField);
        findings.require(!segment.needsBytes(state) || !isGranular, GuestSegmentRule.GRANULARITY_BYTES, segment.rightsField, segment.limitField);
        findings.require(!segment.needsPages(state) || isGranular, GuestSegmentRule.GRANULARITY_PAGES, segment.rightsField, segment.limitField);
        findings.requireNone(Integer.toUnsignedLong(rights & GuestSegment.RESERVED_HIGH), GuestSegmentRule.RESERVED_HIGH, segment.rightsField);
    }
}
