/** The pending and mask bits of a domain's ports: the two-level layout of event channels. */
package org.peaberry.kernel.event;

import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.unboxed.Address;

/**
 * An event sets the port's pending bit; unless the port is masked, that sets a bit of the vCPU's selector word, and that its upcall
 * flag. Only a change from zero to one goes further (public/xen.h, struct shared_info).
 */
final class PendingBits {
    private Address sharedInfo = Address.zero();

    void place(Address page) {
        sharedInfo = page;
    }

    void set(int port, VcpuEvents vcpu) {
        if (Memory.testAndSetBit(word(SharedInfo.PENDING, port), port % Long.SIZE)) {
            return;
        }
        if (!isMasked(port)) {
            vcpu.markWord(port / Long.SIZE);
        }
    }

    void clear(int port) {
        Memory.testAndClearBit(word(SharedInfo.PENDING, port), port % Long.SIZE);
    }

    void unmask(int port, VcpuEvents vcpu) {
        if (Memory.testAndClearBit(word(SharedInfo.MASK, port), port % Long.SIZE) && isPending(port)) {
            vcpu.markWord(port / Long.SIZE);
        }
    }

    boolean isPending(int port) {
        return isSet(SharedInfo.PENDING, port);
    }

    boolean isMasked(int port) {
        return isSet(SharedInfo.MASK, port);
    }

    private boolean isSet(int bits, int port) {
        return (Memory.loadLong(word(bits, port)) >>> port % Long.SIZE & 1) != 0;
    }

    private long word(int bits, int port) {
        return sharedInfo.plus(bits + (long) port / Long.SIZE * Long.BYTES).toLong();
    }
}
