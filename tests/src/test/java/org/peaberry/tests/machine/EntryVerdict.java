/** What the rules of a VM entry say about the current VMCS. */
package org.peaberry.tests.machine;

import org.peaberry.arch.vmx.VmcsField;
import org.peaberry.arch.vmx.diagnosis.Findings;
import org.peaberry.arch.vmx.diagnosis.Rule;

final class EntryVerdict extends Findings {
    private static final int MOST = 8;
    private static final String CONTROLS = "26.2.1";
    private static final String HOST = "26.2.";

    private final Rule[] broken = new Rule[MOST];
    private int count;

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
        for (int i = 0; i < count; i++) {
            boolean isControl = broken[i].section().startsWith(CONTROLS);
            boolean isHost = !isControl && broken[i].section().startsWith(HOST);
            if (refusal == 7 ? isControl : refusal == 8 ? isHost : !isControl && !isHost) {
                return true;
            }
        }
        return false;
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
