/** Exit qualification of a port instruction. Intel SDM vol. 3, table 28-5. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.virtualization.PortAccess;

final class PortQualification {
    /** Bytes, less one. */
    private static final int WIDTH_MASK = 7;
    private static final int INPUT = 1 << 3;
    private static final int STRING = 1 << 4;
    private static final int REPEATED = 1 << 5;
    private static final int PORT_SHIFT = 16;

    private PortQualification() {
    }

    static void decode(int qualification, PortAccess access) {
        access.set(qualification >>> PORT_SHIFT, (qualification & WIDTH_MASK) + 1,
                (qualification & INPUT) != 0, (qualification & STRING) != 0, (qualification & REPEATED) != 0);
    }
}
