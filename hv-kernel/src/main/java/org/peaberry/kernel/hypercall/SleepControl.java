/** Puts the machine to sleep for dom0, which knows the ACPI name space. */
package org.peaberry.kernel.hypercall;

public interface SleepControl {
    /**
     * Enters an ACPI sleep state by writing the two control registers; S5 does not return.
     *
     * @param state 1..5
     * @param controlA value for PM1a_CNT
     * @param controlB value for PM1b_CNT
     * @return 0 or a negative {@link org.peaberry.kernel.abi.Errno}
     */
    int enter(int state, int controlA, int controlB);
}
