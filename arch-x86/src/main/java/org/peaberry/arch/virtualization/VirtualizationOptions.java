/** Which optional features of the processor are left unused, for testing and for processors that have them wrong. */
package org.peaberry.arch.virtualization;

public final class VirtualizationOptions {
    /** Everything is used. */
    public static final VirtualizationOptions DEFAULT = new VirtualizationOptions(true);

    private final boolean virtualApic;

    public VirtualizationOptions(boolean virtualApic) {
        this.virtualApic = virtualApic;
    }

    /** Whether the processor may deliver interrupts to guests by itself. */
    public boolean virtualApic() {
        return virtualApic;
    }
}
