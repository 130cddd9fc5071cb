/** A condition of the manual that a VM entry checks. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.vmx.FieldKind;

/** Sections are numbered as in the editions of the Intel SDM until 2022, where "VM entries" is chapter 26 of volume 3; later ones say 27. */
public interface Rule {
    String name();

    /** The section that has the rule, "26.3.1.2" for example. */
    String section();

    /** What the rule is about, as far as the processor tells: controls (VM-instruction error 7), host (8), guest (exit reason 33). */
    default FieldKind area() {
        String number = section();
        if (!number.startsWith("26.2")) {
            return FieldKind.GUEST;
        }
        return number.startsWith("26.2.1") ? FieldKind.CONTROL : FieldKind.HOST;
    }

    /** What must hold, to be read behind a field's name and value. */
    String statement();
}
