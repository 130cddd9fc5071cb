/** Prints broken rules, each on its line, and counts them. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.vmx.VmcsField;

final class FindingPrinter extends Findings {
    private final ReportText text;
    private final VmcsReader vmcs;
    private int count;

    FindingPrinter(ReportText text, VmcsReader vmcs) {
        this.text = text;
        this.vmcs = vmcs;
    }

    void restart() {
        count = 0;
    }

    int count() {
        return count;
    }

    @Override
    protected void broken(Rule rule, VmcsField field, VmcsField other, long bits) {
        count++;
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
