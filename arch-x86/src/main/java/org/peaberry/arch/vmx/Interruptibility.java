/** Guest interruptibility state. Intel SDM vol. 3, table 25-3. */
package org.peaberry.arch.vmx;

public final class Interruptibility {
    public static final int BLOCKED_BY_STI = 1 << 0;
    public static final int BLOCKED_BY_MOV_SS = 1 << 1;
    public static final int BLOCKED_BY_SMI = 1 << 2;
    public static final int BLOCKED_BY_NMI = 1 << 3;
    public static final int ENCLAVE_INTERRUPTED = 1 << 4;
    public static final int SHADOW = BLOCKED_BY_STI | BLOCKED_BY_MOV_SS;

    private Interruptibility() {
    }
}
