/** The memory-mapped registers of a vCPU's local APIC. Intel SDM vol. 3, section 10.4.1. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.decode.MemoryMappedDevice;
import org.peaberry.kernel.interrupt.ApicRegister;
import org.peaberry.kernel.interrupt.LocalApic;
import org.peaberry.runtime.unboxed.GuestFrame;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;

/** Registers are 32 bits wide at multiples of 16. Narrow reads get their part; what is not aligned reads as zero and writes nothing. */
final class LocalApicPage implements MemoryMappedDevice {
    /** Guest-physical address; it cannot be moved. */
    static final long BASE = 0xfee0_0000L;
    private static final int OFFSET_MASK = (int) GuestFrame.SIZE - 1;
    private static final int REGISTER_MASK = (1 << ApicRegister.MMIO_SHIFT) - 1;

    private final LocalApic apic;

    LocalApicPage(LocalApic apic) {
        this.apic = apic;
    }

    static boolean contains(GuestPhysicalAddress address) {
        return (address.toLong() & -GuestFrame.SIZE) == BASE;
    }

    @Override
    public long read(GuestPhysicalAddress address, int width) {
        int offset = (int) address.toLong() & OFFSET_MASK;
        int within = offset & REGISTER_MASK;
        if (within >= Integer.BYTES) {
            return 0;
        }
        return (apic.read(offset >> ApicRegister.MMIO_SHIFT) & 0xffff_ffffL) >>> within * Byte.SIZE;
    }

    @Override
    public void write(GuestPhysicalAddress address, int width, long value) {
        int offset = (int) address.toLong() & OFFSET_MASK;
        if ((offset & REGISTER_MASK) == 0) {
            apic.write(offset >> ApicRegister.MMIO_SHIFT, (int) value);
        }
    }
}
