/** set_timer_op: a VIRQ_TIMER at a system time. */
package org.peaberry.kernel.hypercall;

import static org.peaberry.kernel.abi.Errno.OK;

final class SetTimerOp extends Hypercall {
    private static final int DEADLINE = 0;

    /** A deadline of 0 stops the timer (Xen: do_set_timer_op). */
    @Override
    public long call(HypercallContext call) {
        long deadline = call.argument(DEADLINE);
        if (deadline == 0) {
            call.caller().stopSingleShotTimer();
        } else {
            call.caller().setSingleShotTimer(deadline);
        }
        return OK;
    }
}
