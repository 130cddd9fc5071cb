/** What the rules of a VM entry say about the current VMCS. */
package org.peaberry.tests.machine;

import org.peaberry.arch.vmx.FieldKind;
import org.peaberry.arch.vmx.VmcsField;
import org.peaberry.arch.vmx.diagnosis.Findings;
import org.peaberry.arch.vmx.diagnosis.Rule;

final class EntryVerdict extends Findings {
    private static final int MOST = 8;
    private static final int ALL = 512;

    private final Rule[] broken = new Rule[MOST];
    private final Rule[] seen = new Rule[ALL];
    private int count;
    private int seenCount;

    void clear() {
        count = 0;
    }

    boolean isGood() {
        return count == 0;
    }

    @Override
    protected void broken(Rule rule, VmcsField field, VmcsField other, long bits) {
        if (count < MOST) {
            broken[count++] = rule;
        }
    }

    /** Whether a rule of the area is broken that a refusal names: VM-instruction error 7 or 8, or exit reason 33. */
    boolean explains(int refusal) {
        FieldKind area = refusal == 7 ? FieldKind.CONTROL : refusal == 8 ? FieldKind.HOST : FieldKind.GUEST;
        for (int i = 0; i < count; i++) {
            if (broken[i].area() == area) {
                return true;
            }
        }
        return false;
    }

    /** The processor refused what these rules say is broken. */
    void see() {
        for (int i = 0; i < count; i++) {
            if (!wasSeen(broken[i])) {
                seen[seenCount++] = broken[i];
            }
        }
    }

    private boolean wasSeen(Rule rule) {
        for (int i = 0; i < seenCount; i++) {
            if (seen[i] == rule) {
                return true;
            }
        }
        return false;
    }

    /** How many rules were broken in refused entries. */
    int rulesSeen() {
        return seenCount;
    }

    void print(MachineConsole console) {
        for (int i = 0; i < count; i++) {
            console.print(" ");
            console.print(broken[i].section());
            console.print("/");
            console.print(broken[i].name());
        }
    }
}
