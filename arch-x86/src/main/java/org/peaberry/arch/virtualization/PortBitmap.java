/** A bit for each port, set to exit: the form of both processors. AMD APM vol. 2, section 15.10.1; Intel SDM vol. 3, section 25.6.4. */
package org.peaberry.arch.virtualization;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.HostFrame;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** Starts with every port set. */
public final class PortBitmap {
    private static final byte INTERCEPT_ALL = -1;

    private final PhysicalAddress physical;

    /** @param order its frames' number is 2 to the power of this: at least 2 frames for {@link GuestPermissions#PORTS}, more where a processor reads on */
    public PortBitmap(StructureMemory memory, int order) {
        this.physical = memory.block(order);
        Memory.fillBytes(DirectMap.addressOf(physical).toLong(), INTERCEPT_ALL, HostFrame.SIZE << order);
    }

    public PhysicalAddress physical() {
        return physical;
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
