/** Checks of the lists of model-specific registers. SDM 26.2.1.2 and 26.2.1.3. */
package org.peaberry.arch.vmx.diagnosis;

final class MsrAreaRules extends RuleGroup {
    private static final MsrArea[] AREAS = MsrArea.values();
    private static final long LOW = MsrArea.ENTRY_SIZE - 1;

    @Override
    void check(EntryState state, Findings findings) {
        for (MsrArea area : AREAS) {
            long count = Integer.toUnsignedLong(state.read(area.count));
            if (count != 0) {
                check(area, count, state, findings);
            }
        }
    }

    private static void check(MsrArea area, long count, EntryState state, Findings findings) {
        long address = state.read(area.address);
        long forbidden = state.limits.structureForbidden;
        findings.requireNone(address & LOW, area.alignment, area.address);
        findings.requireNone(address & forbidden, area.width, area.address);
        long last = address + count * MsrArea.ENTRY_SIZE - 1;
        findings.require((address & forbidden) != 0 || (last & forbidden) == 0, area.end, area.address, area.count);
    }
}
