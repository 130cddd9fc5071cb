/** Guest interruptibility state. Intel SDM vol. 3, table 25-3. */
package org.peaberry.arch.vmx;

final class Interruptibility {
    static final int BLOCKED_BY_STI = 1 << 0;
    static final int BLOCKED_BY_MOV_SS = 1 << 1;
    static final int BLOCKED_BY_SMI = 1 << 2;
    static final int BLOCKED_BY_NMI = 1 << 3;
    static final int ENCLAVE_INTERRUPTED = 1 << 4;
    static final int SHADOW = BLOCKED_BY_STI | BLOCKED_BY_MOV_SS;

    private Interruptibility() {
    }
}
