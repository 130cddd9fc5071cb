/** Where the unpacker has memory from. */
package org.peaberry.kernel.unpack;

import org.peaberry.runtime.unboxed.Address;

public interface UnpackMemory {
    /** Memory of any content.
     * @param purpose for the message when there is not enough */
    Address take(long bytes, String purpose);

    /** Memory that is all zero. */
    Address takeCleared(long bytes, String purpose);

    void giveBack(Address start, long bytes);
}
