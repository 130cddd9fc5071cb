/** An instruction that exited before: where its bytes are in the host's memory, and what they were. */
package org.peaberry.arch.decode;

import org.peaberry.runtime.unboxed.Address;

/** An entry of {@link InstructionLength}'s cache. */
final class KnownInstruction {
    /** Longest instruction that one load and one comparison can recognize. */
    static final int LONGEST = Integer.BYTES;

    private long linear;
    private long root;
    private long generation = -1;
    private long host;
    private int mask;
    private int bytes;
    private int length;

    /** Whether this is the instruction at a linear address, unless the guest has moved it. */
    boolean isAt(long where, long pageTables, long nestedGeneration) {
        return linear == where && root == pageTables && generation == nestedGeneration;
    }

    /** Its length if its bytes are still there, or {@link InstructionLength#UNREADABLE}. */
    int lengthIfUnchanged() {
        return (Address.of(host).loadInt() & mask) == bytes ? length : InstructionLength.UNREADABLE;
    }

    void set(long where, long pageTables, long nestedGeneration, Address hostAddress, int newLength) {
        linear = where;
        root = pageTables;
        generation = nestedGeneration;
        host = hostAddress.toLong();
        length = newLength;
        mask = -1 >>> Integer.SIZE - newLength * Byte.SIZE;
        bytes = hostAddress.loadInt() & mask;
    }
}
