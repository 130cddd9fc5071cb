/** The words of VM-execution, VM-exit and VM-entry controls. Intel SDM vol. 3, sections 25.6 to 25.8. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.Field64;
import org.peaberry.arch.vmx.VmcsField;

public enum ControlWord {
    PIN(Field32.PIN_CONTROLS),
    PRIMARY(Field32.PROCESSOR_CONTROLS),
    SECONDARY(Field32.SECONDARY_CONTROLS),
    TERTIARY(Field64.TERTIARY_CONTROLS),
    EXIT(Field32.EXIT_CONTROLS),
    SECONDARY_EXIT(Field64.SECONDARY_EXIT_CONTROLS),
    ENTRY(Field32.ENTRY_CONTROLS);

    private static final int COUNT = values().length;

    private final VmcsField field;

    ControlWord(VmcsField field) {
        this.field = field;
    }

    public static int count() {
        return COUNT;
    }

    public VmcsField field() {
        return field;
    }
}
