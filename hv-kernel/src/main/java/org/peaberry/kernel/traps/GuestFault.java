/** Exceptions that a guest gets for what it may not do. Intel SDM vol. 3, table 6-1. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.virtualization.VirtualCpu;

final class GuestFault {
    private static final int INVALID_OPCODE = 6;
    private static final int GENERAL_PROTECTION = 13;

    private GuestFault() {
    }

    static void invalidOpcode(VirtualCpu processor) {
        processor.injectException(INVALID_OPCODE);
    }

    static void generalProtection(VirtualCpu processor) {
        processor.injectException(GENERAL_PROTECTION, 0);
    }
}
