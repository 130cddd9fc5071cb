/** The EPT pointer of a guest. Intel SDM vol. 3, table 25-9. */
package org.peaberry.arch.vmx;

import org.peaberry.runtime.unboxed.HostFrame;

final class EptPointer {
    private static final long WRITE_BACK = 6;
    private static final long FOUR_LEVELS = 3L << 3;

    private EptPointer() {
    }

    static long of(HostFrame root) {
        return root.address().toLong() | WRITE_BACK | FOUR_LEVELS;
    }
}
