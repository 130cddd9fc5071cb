/** A condition of the manual that a VM entry checks. */
package org.peaberry.arch.vmx.diagnosis;

/** Sections are numbered as in the editions of the Intel SDM until 2022, where "VM entries" is chapter 26 of volume 3; later ones say 27. */
public interface Rule {
    String name();

    /** The section that has the rule, "26.3.1.2" for example. */
    String section();

    /** What must hold, to be read behind a field's name and value. */
    String statement();
}
