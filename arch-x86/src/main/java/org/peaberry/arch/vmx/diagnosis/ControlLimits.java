/** Which bits of one word of controls the processor insists on, and which it allows. Intel SDM vol. 3, appendix A.2 to A.5. */
package org.peaberry.arch.vmx.diagnosis;

final class ControlLimits {
    private static final long LOW_HALF = 0xffff_ffffL;

    final long mandatory;
    final long allowed;

    private ControlLimits(long mandatory, long allowed) {
        this.mandatory = mandatory;
        this.allowed = allowed;
    }

    /** Of a register with allowed 0-settings in its low half and allowed 1-settings in its high half. */
    static ControlLimits ofHalves(long capability) {
        return new ControlLimits(capability & LOW_HALF, capability >>> Integer.SIZE);
    }

    /** Of a register that has a bit for each control that may be 1; none is fixed to 1. */
    static ControlLimits ofAllowed(long allowed) {
        return new ControlLimits(0, allowed);
    }

    boolean allows(int bit) {
        return (allowed & Integer.toUnsignedLong(bit)) != 0;
    }
}
