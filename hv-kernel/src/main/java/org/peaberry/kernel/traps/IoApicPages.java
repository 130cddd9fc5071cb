/** The emulated I/O APICs of a domain, and where in its memory their registers are. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.decode.MemoryMappedDevice;
import org.peaberry.kernel.interrupt.IoApic;
import org.peaberry.runtime.unboxed.GuestFrame;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;

/** Registers are 32 bits wide at multiples of 16; other accesses read as zero and write nothing, as on most chips. */
public final class IoApicPages {
    private static final int REGISTER_ALIGNMENT = 16;

    private final IoApic[] ioApics;
    private final Page[] pages;

    /** @param addresses guest-physical, one for each I/O APIC, each at a page */
    public IoApicPages(IoApic[] ioApics, long[] addresses) {
        this.ioApics = ioApics;
        this.pages = new Page[ioApics.length];
        for (int i = 0; i < pages.length; i++) {
            pages[i] = new Page(ioApics[i], addresses[i]);
        }
    }

    /** The one that a line is a pin of, or null. */
    public IoApic ofLine(int gsi) {
        for (IoApic ioApic : ioApics) {
            if (gsi >= ioApic.firstGsi() && gsi < ioApic.firstGsi() + ioApic.pins()) {
                return ioApic;
            }
        }
        return null;
    }

    /** The registers at an address, or null. */
    MemoryMappedDevice at(GuestPhysicalAddress address) {
        for (Page page : pages) {
            if (address.toLong() >= page.start && address.toLong() < page.start + GuestFrame.SIZE) {
                return page;
            }
        }
        return null;
    }

    private static final class Page implements MemoryMappedDevice {
        private final IoApic ioApic;
        private final long start;

        Page(IoApic ioApic, long start) {
            this.ioApic = ioApic;
            this.start = start;
        }

        @Override
        public long read(GuestPhysicalAddress address, int width) {
            int offset = (int) (address.toLong() - start);
            return offset % REGISTER_ALIGNMENT == 0 ? ioApic.read(offset) : 0;
        }

        @Override
        public void write(GuestPhysicalAddress address, int width, long value) {
            int offset = (int) (address.toLong() - start);
            if (offset % REGISTER_ALIGNMENT == 0) {
                ioApic.write(offset, (int) value);
            }
        }
    }
}
