/** MSR permission map: two bits for each register of three ranges, set to intercept. AMD APM vol. 2, section 15.11 and table 15-9. */
package org.peaberry.arch.svm;

import org.peaberry.arch.paging.DirectMap;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/** Registers outside of the ranges are always intercepted. */
final class MsrPermissionMap {
    /** Two frames are allocated. */
    static final int ORDER = 1;
    private static final long SIZE = 2 * 4096;
    private static final byte INTERCEPT_ALL = -1;
    private static final int RANGE_REGISTERS = 0x2000;
    private static final int RANGE_BYTES = 0x800;
    private static final int[] RANGES = {0, 0xC000_0000, 0xC001_0000};
    private static final int REGISTERS_PER_BYTE = 4;
    private static final int BITS_PER_REGISTER = 2;
    private static final int READ = 1;
    private static final int WRITE = 2;
    private static final int NONE = -1;

    private final PhysicalAddress physical;

    MsrPermissionMap(PhysicalAddress physical) {
        this.physical = physical;
        Memory.fillBytes(DirectMap.addressOf(physical).toLong(), INTERCEPT_ALL, SIZE);
    }

    PhysicalAddress physical() {
        return physical;
    }

    boolean interceptsRead(int index) {
        return (permissions(index) & READ) != 0;
    }

    boolean interceptsWrite(int index) {
        return (permissions(index) & WRITE) != 0;
    }

    /** @throws IllegalArgumentException when a register without bits is to be permitted */
    void intercept(int index, boolean reads, boolean writes) {
        int offset = byteOffset(index);
        if (offset == NONE) {
            if (reads && writes) {
                return;
            }
            throw new IllegalArgumentException("AMD-V intercepts every access to this model-specific register");
        }
        Address at = DirectMap.addressOf(physical).plus(offset);
        int bits = (reads ? READ : 0) | (writes ? WRITE : 0);
        int cleared = at.loadByte() & ~((READ | WRITE) << shift(index));
        at.store((byte) (cleared | bits << shift(index)));
    }

    private int permissions(int index) {
        int offset = byteOffset(index);
        return offset == NONE ? READ | WRITE : DirectMap.addressOf(physical).plus(offset).loadByte() >> shift(index);
    }

    private static int byteOffset(int index) {
        for (int i = 0; i < RANGES.length; i++) {
            int inRange = index - RANGES[i];
            if (inRange >= 0 && inRange < RANGE_REGISTERS) {
                return i * RANGE_BYTES + inRange / REGISTERS_PER_BYTE;
            }
        }
        return NONE;
    }

    private static int shift(int index) {
        return (index & REGISTERS_PER_BYTE - 1) * BITS_PER_REGISTER;
    }
}
