/** A device that keeps what is written and answers with it. */
package org.peaberry.arch.decode;

import java.util.ArrayList;
import java.util.List;

import org.peaberry.runtime.unboxed.GuestPhysicalAddress;

final class RecordingDevice implements MemoryMappedDevice {
    /** "r4 fec00000", "w1 fec00004=7f", … */
    final List<String> accesses = new ArrayList<>();
    long value;

    @Override
    public long read(GuestPhysicalAddress address, int width) {
        accesses.add("r" + width + " " + Long.toHexString(address.toLong()));
        return value;
    }

    @Override
    public void write(GuestPhysicalAddress address, int width, long written) {
        long shown = width == Long.BYTES ? written : written & (1L << width * Byte.SIZE) - 1;
        accesses.add("w" + width + " " + Long.toHexString(address.toLong()) + "=" + Long.toHexString(shown));
        value = shown;
    }
}
