/** The instruction by which a guest calls the hypervisor. */
package org.peaberry.kernel.hypercall;

/** Three bytes, 0F 01 and one that depends on the processor's maker. */
public enum HypercallInstruction {
    /** AMD APM vol. 3, VMMCALL. */
    VMMCALL(0xd9),
    /** Intel SDM vol. 3, VMCALL. */
    VMCALL(0xc1);

    private final int lastByte;

    HypercallInstruction(int lastByte) {
        this.lastByte = lastByte;
    }

    byte lastByte() {
        return (byte) lastByte;
    }
}
