/** I/O bitmaps A and B: a bit for each port, set to exit. Intel SDM vol. 3, section 25.6.4. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.HostFrame;
import org.peaberry.runtime.unboxed.PhysicalAddress;

final class VmxPortBitmap {
    /** Two frames: ports up to 0x7fff, then the others. */
    static final int ORDER = 1;
    private static final byte INTERCEPT_ALL = -1;

    private final PhysicalAddress physical;

    VmxPortBitmap(PhysicalAddress physical) {
        this.physical = physical;
        Memory.fillBytes(DirectMap.addressOf(physical).toLong(), INTERCEPT_ALL, HostFrame.SIZE << ORDER);
    }

    PhysicalAddress physical() {
        return physical;
    }

    PhysicalAddress upperHalf() {
        return physical.plus(HostFrame.SIZE);
    }

    boolean intercepts(int port) {
        return (byteOf(port).loadByte() & bitOf(port)) != 0;
    }

    /** Whole bytes of the map are filled, the rest changes bit by bit. */
    void intercept(int first, int count, boolean intercept) {
        int end = first + count;
        int port = first;
        while (port < end) {
            if (port % Byte.SIZE == 0 && end - port >= Byte.SIZE) {
                int bytes = (end - port) / Byte.SIZE;
                Memory.fillBytes(byteOf(port).toLong(), intercept ? INTERCEPT_ALL : 0, bytes);
                port += bytes * Byte.SIZE;
            } else {
                intercept(port++, intercept);
            }
        }
    }

    private void intercept(int port, boolean intercept) {
        Address at = byteOf(port);
        int before = at.loadByte();
        at.store((byte) (intercept ? before | bitOf(port) : before & ~bitOf(port)));
    }

    private Address byteOf(int port) {
        return DirectMap.addressOf(physical).plus(port / Byte.SIZE);
    }

    private static int bitOf(int port) {
        return 1 << port % Byte.SIZE;
    }
}
