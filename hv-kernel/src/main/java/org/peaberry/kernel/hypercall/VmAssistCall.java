/** vm_assist: asks for behaviours of the hypervisor. */
package org.peaberry.kernel.hypercall;

import static org.peaberry.kernel.abi.Errno.EINVAL;
import static org.peaberry.kernel.abi.Errno.ENOSYS;
import static org.peaberry.kernel.abi.Errno.OK;

import org.peaberry.kernel.domain.VmAssist;

/** Commands are public/xen.h's VMASST_CMD_*. */
final class VmAssistCall extends Hypercall {
    private static final int COMMAND = 0;
    private static final int TYPE = 1;
    private static final int ENABLE = 0;
    private static final int DISABLE = 1;

    @Override
    public long call(HypercallContext call) {
        int type = call.intArgument(TYPE);
        if (!VmAssist.isAllowed(type)) {
            return EINVAL;
        }
        return switch (call.intArgument(COMMAND)) {
            case ENABLE -> set(call, type, true);
            case DISABLE -> set(call, type, false);
            default -> ENOSYS;
        };
    }

    private static int set(HypercallContext call, int type, boolean enabled) {
        return call.domain().assists().set(type, enabled) ? OK : EINVAL;
    }
}
