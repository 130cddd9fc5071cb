/** Prints broken rules, each on its line, and counts those of the area that the processor blamed. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.vmx.FieldKind;
import org.peaberry.arch.vmx.VmcsField;

final class FindingPrinter extends Findings {
    private final ReportText text;
    private final VmcsReader vmcs;
    private FieldKind blamed;
    private int count;

    FindingPrinter(ReportText text, VmcsReader vmcs) {
        this.text = text;
        this.vmcs = vmcs;
    }

    /** Counts again. @param area what the processor blamed */
    void restart(FieldKind area) {
        blamed = area;
        count = 0;
    }

    /** Whether a broken rule explains what the processor said. */
    boolean isExplained() {
        return count > 0;
    }

    @Override
    protected void broken(Rule rule, VmcsField field, VmcsField other, long bits) {
        if (rule.area() == blamed) {
            count++;
        }
        text.text("VM entry refused, SDM ").text(rule.section()).text(": ").field(field, vmcs);
        if (other != null) {
            text.text(", ").field(other, vmcs);
        }
        text.text(": ").text(rule.statement());
        if (bits != NO_BITS) {
            text.text("; wrong: ").bits(bits);
        }
        text.end();
    }
}
