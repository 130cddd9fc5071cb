/** Reads the bytes of the instruction that a guest is at. */
package org.peaberry.arch.decode;

import org.peaberry.arch.virtualization.CodeSize;
import org.peaberry.arch.virtualization.SegmentRegister;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;
import org.peaberry.runtime.unboxed.GuestVirtualAddress;

final class InstructionFetch {
    private static final long PAGE_SIZE = 4096;
    private static final long LOW_WORD = 0xffff_ffffL;

    private final VirtualCpu cpu;
    private final GuestPageWalk walk;

    InstructionFetch(VirtualCpu cpu) {
        this.cpu = cpu;
        this.walk = new GuestPageWalk(cpu);
    }

    /** Linear address of the instruction. */
    long linearAddress() {
        if (cpu.codeSize() == CodeSize.BITS_64) {
            return cpu.rip();
        }
        return cpu.base(SegmentRegister.CS) + cpu.rip() & LOW_WORD;
    }

    /** Where a byte of code is, valid to the end of its page; zero when the guest could not fetch it either. */
    Address hostAddress(long linear) {
        GuestPhysicalAddress physical = walk.translateForGuest(GuestVirtualAddress.of(linear), PageAccess.FETCH);
        return GuestPageWalk.isFault(physical) ? Address.zero() : cpu.machine().memory().addressOf(physical);
    }

    /** Fetches and decodes; false when the bytes cannot be read or are no instruction. */
    boolean decode(DecodedInstruction into) {
        int count = 0;
        long linear = linearAddress();
        while (count < DecodedInstruction.MAXIMUM_LENGTH) {
            Address host = hostAddress(linear + count);
            if (host.isZero()) {
                break;
            }
            int end = (int) Math.min(DecodedInstruction.MAXIMUM_LENGTH, count + PAGE_SIZE - (linear + count & PAGE_SIZE - 1));
            int start = count;
            while (count < end) {
                into.setByte(count, host.loadByte(count - start));
                count++;
            }
        }
        into.available(count);
        return InstructionDecoder.decode(into, cpu.codeSize());
    }
}
