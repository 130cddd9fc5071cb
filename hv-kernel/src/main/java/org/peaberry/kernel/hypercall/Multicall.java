/** multicall: several hypercalls in one. */
package org.peaberry.kernel.hypercall;

import static org.peaberry.kernel.abi.Errno.EFAULT;
import static org.peaberry.kernel.abi.Errno.EINVAL;
import static org.peaberry.kernel.abi.Errno.OK;

import org.peaberry.runtime.annotation.RecursionLimit;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;

/** Between two calls it makes way when something else is due, and goes on with the next call later. */
final class Multicall extends Hypercall {
    static final int NUMBER = 13;
    private static final int LIST = 0;
    private static final int COUNT = 1;

    private final HypercallTable table;
    private final HypercallContext inner = new HypercallContext();

    Multicall(HypercallTable table) {
        this.table = table;
    }

    @Override
    @RecursionLimit(depth = 1, reason = "a multicall within a multicall is refused")
    public long call(HypercallContext call) {
        long list = call.argument(LIST);
        long count = Integer.toUnsignedLong(call.intArgument(COUNT));
        Address copy = call.allocate(MulticallEntry.SIZE);
        for (long i = 0; i < count; i++) {
            if (i > 0 && call.shouldYield()) {
                return continueFrom(call, list, count, i);
            }
            long entry = list + i * MulticallEntry.SIZE;
            if (!call.read(entry, copy, MulticallEntry.SIZE)) {
                return EFAULT;
            }
            MulticallEntry values = RawMemory.at(MulticallEntry.class, copy);
            values.result(callOne(call, values));
            if (inner.isPreempted()) {
                if (!writeArguments(call, entry, copy)) {
                    return EFAULT;
                }
                return continueFrom(call, list, count, i);
            }
            if (!call.write(entry + MulticallEntry.RESULT, copy.plus(MulticallEntry.RESULT), Long.BYTES)) {
                return EFAULT;
            }
        }
        return OK;
    }

    private long callOne(HypercallContext call, MulticallEntry values) {
        if (values.number() == NUMBER) {
            return EINVAL;
        }
        inner.beginWithin(call);
        for (int i = 0; i < HypercallContext.ARGUMENTS; i++) {
            inner.argument(i, values.argument(i));
        }
        return Hypercalls.serve(table, values.number(), inner);
    }

    /** The call that was cut short goes on with the arguments it has now. */
    private boolean writeArguments(HypercallContext call, long entry, Address copy) {
        MulticallEntry values = RawMemory.at(MulticallEntry.class, copy);
        for (int i = 0; i < HypercallContext.ARGUMENTS; i++) {
            values.argument(i, inner.argument(i));
        }
        return call.write(entry, copy, MulticallEntry.SIZE);
    }

    private static long continueFrom(HypercallContext call, long list, long count, long next) {
        call.continueLater(COUNT, count - next);
        return call.continueLater(LIST, list + next * MulticallEntry.SIZE);
    }
}
