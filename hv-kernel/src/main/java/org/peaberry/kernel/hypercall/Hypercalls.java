/** Serves the hypercalls of one CPU. */
package org.peaberry.kernel.hypercall;

import static org.peaberry.kernel.abi.Errno.ENOSYS;
import static org.peaberry.kernel.abi.Errno.EPERM;

import org.peaberry.kernel.domain.Vcpu;

/**
 * The exit path passes the caller's registers with {@link #begin} and {@link #argument}, calls {@link #serve}, and stores the result; a
 * preempted call is repeated with the arguments it then has, so its instruction is not skipped.
 */
public final class Hypercalls {
    private final HypercallTable table;
    private final HypercallContext context = new HypercallContext();

    public Hypercalls(MachineServices machine) {
        table = new HypercallTable(machine);
    }

    /** A call of a 64-bit caller starts. */
    public void begin(Vcpu caller) {
        context.begin(caller);
    }

    /** Sets an argument: 0 to 4 are RDI, RSI, RDX, R10, R8. */
    public void argument(int index, long value) {
        context.argument(index, value);
    }

    /** An argument as it is after a preempted call. */
    public long argument(int index) {
        return context.argument(index);
    }

    /** Makes the call; returns what RAX gets. */
    public long serve(long number) {
        return serve(table, number, context);
    }

    /** Whether the call is to be made again instead of being finished. */
    public boolean isPreempted() {
        return context.isPreempted();
    }

    static long serve(HypercallTable table, long number, HypercallContext context) {
        HypercallRow row = table.find(number);
        if (row == null) {
            return ENOSYS;
        }
        if (row.permission == Permission.PRIVILEGED_DOMAIN && !context.domain().isPrivileged()) {
            return EPERM;
        }
        return row.handler.call(context);
    }
}
