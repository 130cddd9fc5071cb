/** Memory or a port behind which nothing is: reads have all bits set, writes go nowhere. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.decode.MemoryMappedDevice;
import org.peaberry.arch.decode.PortDevice;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;

final class NoDevice implements MemoryMappedDevice, PortDevice {
    static final NoDevice INSTANCE = new NoDevice();
    private static final int ALL_BITS = -1;

    private NoDevice() {
    }

    @Override
    public long read(GuestPhysicalAddress address, int width) {
        return ALL_BITS;
    }

    @Override
    public void write(GuestPhysicalAddress address, int width, long value) {
        // Nothing is there.
    }

    @Override
    public int in(int port, int width) {
        return ALL_BITS;
    }

    @Override
    public void out(int port, int width, int value) {
        // Nothing is there.
    }
}
