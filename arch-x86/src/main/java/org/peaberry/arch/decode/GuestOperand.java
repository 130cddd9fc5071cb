/** Single values in a guest's memory by linear address, across page boundaries. */
package org.peaberry.arch.decode;

import org.peaberry.arch.virtualization.GuestMemory;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;
import org.peaberry.runtime.unboxed.GuestVirtualAddress;

/** After a failure {@link #faultAddress} and {@link #errorCode} say which page fault the guest would get. */
final class GuestOperand {
    private static final long BYTE_MASK = 0xff;

    private final GuestMemory memory;
    private final GuestPageWalk walk;
    private long value;
    private long faultAddress;
    private boolean isFault;

    GuestOperand(VirtualCpu cpu, GuestPageWalk walk) {
        this.memory = cpu.machine().memory();
        this.walk = walk;
    }

    /** What {@link #read} has read. */
    long value() {
        return value;
    }

    /** Whether the last failure was the guest's page tables; otherwise there is no RAM at the address. */
    boolean isFault() {
        return isFault;
    }

    long faultAddress() {
        return faultAddress;
    }

    int errorCode() {
        return walk.errorCode();
    }

    /** @param width bytes, 8 at most */
    boolean read(GuestVirtualAddress from, int width) {
        value = 0;
        for (int i = 0; i < width; i++) {
            Address at = byteAt(from.plus(i), PageAccess.READ);
            if (at.isZero()) {
                return false;
            }
            value |= (at.loadByte() & BYTE_MASK) << i * Byte.SIZE;
        }
        return true;
    }

    /** Writes all bytes or none. */
    boolean write(GuestVirtualAddress to, int width, long written) {
        if (!isWritable(to, width)) {
            return false;
        }
        for (int i = 0; i < width; i++) {
            byteAt(to.plus(i), PageAccess.WRITE).store((byte) (written >>> i * Byte.SIZE));
        }
        return true;
    }

    /** Whether {@link #write} would write. The first byte that it cannot write is the fault's address. */
    boolean isWritable(GuestVirtualAddress to, int width) {
        for (int i = 0; i < width; i++) {
            if (byteAt(to.plus(i), PageAccess.WRITE).isZero()) {
                return false;
            }
        }
        return true;
    }

    private Address byteAt(GuestVirtualAddress at, int access) {
        GuestPhysicalAddress physical = walk.translateForGuest(at, access);
        isFault = GuestPageWalk.isFault(physical);
        if (isFault) {
            faultAddress = at.toLong();
            return Address.zero();
        }
        return access == PageAccess.WRITE ? memory.writableAddressOf(physical) : memory.addressOf(physical);
    }
}
