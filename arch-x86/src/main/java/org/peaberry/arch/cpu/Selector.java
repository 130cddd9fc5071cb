/** Segment selectors of the hypervisor: slots of {@link DescriptorTable} times eight. The boot code uses the first two. */
package org.peaberry.arch.cpu;

public final class Selector {
    public static final int CODE = 0x08;
    public static final int DATA = 0x10;
    /** Two slots: a system descriptor has 16 bytes. */
    public static final int TASK_STATE = 0x18;

    private Selector() {
    }
}
