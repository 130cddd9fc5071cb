/** Exit qualification of a control-register access. Intel SDM vol. 3, table 28-3. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.virtualization.ControlAccess;

final class ControlQualification {
    private static final int REGISTER_MASK = 0xf;
    private static final int TYPE_MASK = 3 << 4;
    private static final int TYPE_MOV_TO = 0;
    private static final int GENERAL_SHIFT = 8;

    private ControlQualification() {
    }

    static void decode(int qualification, ControlAccess access) {
        access.set(qualification & REGISTER_MASK, qualification >> GENERAL_SHIFT & REGISTER_MASK, (qualification & TYPE_MASK) == TYPE_MOV_TO);
    }
}
