/** MSR bitmaps: reads and writes of two ranges of registers, a bit each, set to exit. Intel SDM vol. 3, section 25.6.9. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.HostFrame;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** One frame. Registers outside of the ranges always exit. */
final class VmxMsrBitmap {
    private static final byte INTERCEPT_ALL = -1;
    private static final int RANGE_REGISTERS = 0x2000;
    private static final int HIGH_RANGE = 0xC000_0000;
    private static final int HIGH_OFFSET = 0x400;
    private static final int WRITES_OFFSET = 0x800;
    private static final int NONE = -1;

    private final PhysicalAddress physical;

    VmxMsrBitmap(PhysicalAddress physical) {
        this.physical = physical;
        Memory.fillBytes(DirectMap.addressOf(physical).toLong(), INTERCEPT_ALL, HostFrame.SIZE);
    }

    PhysicalAddress physical() {
        return physical;
    }

    boolean interceptsRead(int index) {
        return intercepts(index, 0);
    }

    boolean interceptsWrite(int index) {
        return intercepts(index, WRITES_OFFSET);
    }

    /** @throws IllegalArgumentException when a register without bits is to be permitted */
    void intercept(int index, boolean reads, boolean writes) {
        if (byteOffset(index) == NONE) {
            if (reads && writes) {
                return;
            }
            throw new IllegalArgumentException("VT-x intercepts every access to this model-specific register");
        }
        set(index, 0, reads);
        set(index, WRITES_OFFSET, writes);
    }

    private void set(int index, int part, boolean intercept) {
        Address at = DirectMap.addressOf(physical).plus(part + byteOffset(index));
        int bit = 1 << (index & Byte.SIZE - 1);
        int before = at.loadByte();
        at.store((byte) (intercept ? before | bit : before & ~bit));
    }

    private boolean intercepts(int index, int part) {
        int offset = byteOffset(index);
        return offset == NONE || (DirectMap.addressOf(physical).plus(part + offset).loadByte() >> (index & Byte.SIZE - 1) & 1) != 0;
    }

    private static int byteOffset(int index) {
        if (index >= 0 && index < RANGE_REGISTERS) {
            return index / Byte.SIZE;
        }
        int inRange = index - HIGH_RANGE;
        return inRange >= 0 && inRange < RANGE_REGISTERS ? HIGH_OFFSET + inRange / Byte.SIZE : NONE;
    }
}
