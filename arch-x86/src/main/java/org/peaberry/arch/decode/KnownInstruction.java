/** An instruction that exited before: where its bytes are in the host's memory, and what they were. */
package org.peaberry.arch.decode;

import org.peaberry.runtime.annotation.Inline;
import org.peaberry.runtime.unboxed.Address;

/** An entry of {@link InstructionLength}'s cache. */
final class KnownInstruction {
    /** Longest instruction that one load and one comparison can recognize. */
    static final int LONGEST = Integer.BYTES;

    /** No instruction's address: its first bytes would end the address space. */
    private static final long NOWHERE = -1;

    private long linear = NOWHERE;
    private long root;
    private long host;
    private int mask;
    private int bytes;
    private int length;

    /** Whether this is the instruction at a linear address, unless the guest has moved it. */
    @Inline
    boolean isAt(long where, long pageTables) {
        return linear == where && root == pageTables;
    }

    /** Its length if its bytes are still there, or {@link InstructionLength#UNREADABLE}. */
    @Inline
    int lengthIfUnchanged() {
        return (Address.of(host).loadInt() & mask) == bytes ? length : InstructionLength.UNREADABLE;
    }

    void forget() {
        linear = NOWHERE;
    }

    void set(long where, long pageTables, Address hostAddress, int newLength) {
        linear = where;
        root = pageTables;
        host = hostAddress.toLong();
        length = newLength;
        mask = -1 >>> Integer.SIZE - newLength * Byte.SIZE;
        bytes = hostAddress.loadInt() & mask;
    }
}
