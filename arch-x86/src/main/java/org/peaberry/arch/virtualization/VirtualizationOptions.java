/** Which optional features of the processor are left unused, for testing and for processors that have them wrong. */
package org.peaberry.arch.virtualization;

public final class VirtualizationOptions {
    /** Everything is used. */
    public static final VirtualizationOptions DEFAULT = new VirtualizationOptions(true, true);

    private final boolean virtualApic;
    private final boolean runLimit;

    public VirtualizationOptions(boolean virtualApic, boolean runLimit) {
        this.virtualApic = virtualApic;
        this.runLimit = runLimit;
    }

    /** Whether {@link RunLimit} may be used. */
    public boolean runLimit() {
        return runLimit;
    }

    /** Whether the processor may deliver interrupts to guests by itself. */
    public boolean virtualApic() {
        return virtualApic;
    }
}
