/** The instruction by which a guest calls the hypervisor. */
package org.peaberry.kernel.hypercall;

/** Three bytes, 0F 01 and one that depends on the processor's maker. */
public enum HypercallInstruction {
    /** AMD APM vol. 3, VMMCALL. */
    VMMCALL(0xd9),
    /** Intel SDM vol. 3, VMCALL. */
    VMCALL(0xc1);

    private static final int LAST_BYTE_SHIFT = 16;
    private static final int BYTE_MASK = 0xff;

    private final int lastByte;

    HypercallInstruction(int lastByte) {
        this.lastByte = lastByte;
    }

    /** The instruction with these three bytes, the first in the lowest bits. */
    public static HypercallInstruction of(int bytes) {
        return (bytes >>> LAST_BYTE_SHIFT & BYTE_MASK) == VMMCALL.lastByte ? VMMCALL : VMCALL;
    }

    byte lastByte() {
        return (byte) lastByte;
    }
}
