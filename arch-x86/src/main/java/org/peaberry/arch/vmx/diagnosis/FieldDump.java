/** Prints the fields of one area of a VMCS, those that are not 0, for a refusal that no rule explains. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.vmx.Field16;
import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.Field64;
import org.peaberry.arch.vmx.FieldKind;
import org.peaberry.arch.vmx.FieldNatural;
import org.peaberry.arch.vmx.VmcsField;

final class FieldDump {
    private static final int PER_LINE = 4;
    private static final VmcsField[][] TABLES = {Field16.values(), Field32.values(), Field64.values(), FieldNatural.values()};

    private final ReportText text;
    private final VmcsReader vmcs;
    private final ProcessorLimits limits;
    private int printed;

    FieldDump(ReportText text, VmcsReader vmcs, ProcessorLimits limits) {
        this.text = text;
        this.vmcs = vmcs;
        this.limits = limits;
    }

    void print(FieldKind area) {
        printed = 0;
        for (VmcsField[] table : TABLES) {
            for (VmcsField field : table) {
                if (field.kind() == area && limits.hasField(field) && vmcs.unsigned(field) != 0) {
                    print(field);
                }
            }
        }
        if (printed > 0) {
            text.end();
        }
    }

    private void print(VmcsField field) {
        if (printed > 0 && printed % PER_LINE == 0) {
            text.end();
        }
        text.text(printed % PER_LINE == 0 ? "  " : ", ").field(field, vmcs);
        printed++;
    }
}
