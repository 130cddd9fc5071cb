/** Takes the rules that a VMCS breaks. */
package org.peaberry.arch.vmx.diagnosis;

import org.peaberry.arch.vmx.VmcsField;

/** Checks state what must hold; what does not hold arrives at {@link #broken}. */
public abstract class Findings {
    /** No particular bits are wrong. */
    static final long NO_BITS = 0;

    /**
     * A rule is broken.
     *
     * @param field the field that is blamed
     * @param other a second one that matters; null for none
     * @param bits the wrong bits of the first field, 0 when there are no particular ones
     */
    protected abstract void broken(Rule rule, VmcsField field, VmcsField other, long bits);

    final void require(boolean holds, Rule rule, VmcsField field) {
        require(holds, rule, field, null);
    }

    final void require(boolean holds, Rule rule, VmcsField field, VmcsField other) {
        if (!holds) {
            broken(rule, field, other, NO_BITS);
        }
    }

    /** No bit may be wrong. */
    final void requireNone(long wrongBits, Rule rule, VmcsField field) {
        if (wrongBits != 0) {
            broken(rule, field, null, wrongBits);
        }
    }
}
