/** A device whose registers are in guest-physical memory. */
package org.peaberry.arch.decode;

import org.peaberry.runtime.unboxed.GuestPhysicalAddress;

public interface MemoryMappedDevice {
    /** @param width bytes: 1, 2, 4 or 8 @return the value; upper bits do not matter */
    long read(GuestPhysicalAddress address, int width);

    /** @param width bytes: 1, 2, 4 or 8; upper bits of the value do not matter */
    void write(GuestPhysicalAddress address, int width, long value);
}
