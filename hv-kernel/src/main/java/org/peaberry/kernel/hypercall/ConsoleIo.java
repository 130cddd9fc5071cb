/** console_io: the operator's console for dom0. */
package org.peaberry.kernel.hypercall;

import static org.peaberry.kernel.abi.Errno.E2BIG;
import static org.peaberry.kernel.abi.Errno.EFAULT;
import static org.peaberry.kernel.abi.Errno.ENOSYS;
import static org.peaberry.kernel.abi.Errno.OK;

import org.peaberry.runtime.unboxed.Address;

/** Commands are public/xen.h's CONSOLEIO_*. */
final class ConsoleIo extends Hypercall {
    private static final int COMMAND = 0;
    private static final int COUNT = 1;
    private static final int BUFFER = 2;
    private static final int WRITE = 0;
    private static final int READ = 1;
    /** Bytes copied at a time. */
    private static final int CHUNK = 256;
    private static final int BYTE_MASK = 0xff;

    private final MachineServices machine;

    ConsoleIo(MachineServices machine) {
        this.machine = machine;
    }

    @Override
    public long call(HypercallContext call) {
        return switch (call.intArgument(COMMAND)) {
            case WRITE -> write(call, Integer.toUnsignedLong(call.intArgument(COUNT)));
            case READ -> read(call, call.intArgument(COUNT));
            default -> ENOSYS;
        };
    }

    private long write(HypercallContext call, long count) {
        Address chunk = call.allocate(CHUNK);
        for (long done = 0; done < count; done += CHUNK) {
            if (done > 0 && call.shouldYield()) {
                call.continueLater(COUNT, count - done);
                return call.continueLater(BUFFER, call.argument(BUFFER) + done);
            }
            int bytes = (int) Math.min(CHUNK, count - done);
            if (!call.read(call.argument(BUFFER) + done, chunk, bytes)) {
                return EFAULT;
            }
            for (int i = 0; i < bytes; i++) {
                machine.console().write(call.domain(), chunk.loadByte(i) & BYTE_MASK);
            }
        }
        return OK;
    }

    /** Returns how many characters came. */
    private long read(HypercallContext call, int count) {
        if (count < 0) {
            return E2BIG;
        }
        Address chunk = call.allocate(CHUNK);
        int bytes = take(call, chunk, Math.min(CHUNK, count));
        return bytes == 0 || call.write(call.argument(BUFFER), chunk, bytes) ? bytes : EFAULT;
    }

    private int take(HypercallContext call, Address to, int limit) {
        for (int done = 0; done < limit; done++) {
            int character = machine.console().read(call.domain());
            if (character == GuestConsole.NOTHING) {
                return done;
            }
            to.store(done, (byte) character);
        }
        return limit;
    }
}
