/** The hypervisor's own address space: direct map, image with W^X, guard pages, device registers. */
package org.peaberry.arch.paging;

import org.peaberry.arch.cpu.CpuFeature;
import org.peaberry.arch.cpu.CpuStack;
import org.peaberry.arch.cpu.Cpuid;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.cpu.ProcessorFeatures;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.annotation.CrossesSpaces;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.HostFrame;
import org.peaberry.runtime.unboxed.PhysicalAddress;

/**
 * <pre>
 *   ffff82c000000000  device registers, uncached
 *   ffff82d080000000  image: physical address + this; text read and execute, rodata read, data and bss read and write
 *   ffff830000000000  direct map: read and write, never execute; text and rodata only read
 * </pre>
 * Nothing else is mapped: not address zero, not the page below a stack. Built while the boot tables are in use.
 */
@CrossesSpaces(reason = "the image is mapped at a fixed distance from its memory")
public final class HypervisorAddressSpace {
    /** Virtual address of physical address zero in the image's mapping. */
    public static final long IMAGE_BASE = 0xffff_82d0_8000_0000L;
    private static final long DEVICE_BASE = 0xffff_82c0_0000_0000L;
    private static final long DEVICE_LIMIT = DEVICE_BASE + (1L << 30);

    private final PageTable table;
    private long nextDevice = DEVICE_BASE;

    public HypervisorAddressSpace(TableFrames frames) {
        boolean gigabytePages = Cpuid.has(CpuFeature.GIGABYTE_PAGES);
        table = new PageTable(LongModeFormat.HOST, frames, gigabytePages ? PageTable.LEVEL_1G : PageTable.LEVEL_2M);
    }

    /** The tree, for tests and reports. */
    public PageTable table() {
        return table;
    }

    /** Adds memory to the direct map, rounded to whole pages outwards; before {@link #mapImage}, which restricts it. */
    @BootOnly
    public void mapMemory(PhysicalAddress start, PhysicalAddress end) {
        PhysicalAddress first = start.alignDown(HostFrame.SIZE);
        long bytes = end.alignUp(HostFrame.SIZE).distanceFrom(first);
        if (bytes > 0) {
            map(DirectMap.addressOf(first), first, bytes, Access.READ_WRITE);
        }
    }

    /** Maps the image's sections, each with what it needs and no more. */
    @BootOnly
    public void mapImage() {
        mapSection(RawMemory.symbol("text_start"), RawMemory.symbol("text_end"), Access.READ_EXECUTE);
        mapSection(RawMemory.symbol("rodata_start"), RawMemory.symbol("rodata_end"), Access.READ);
        mapSection(RawMemory.symbol("data_start"), RawMemory.symbol("data_end"), Access.READ_WRITE);
        mapSection(RawMemory.symbol("bss_start"), RawMemory.symbol("bss_end"), Access.READ_WRITE);
    }

    private void mapSection(Address start, Address end, int access) {
        if (!start.isAligned(HostFrame.SIZE)) {
            throw new IllegalStateException("a section of the image does not start at a page");
        }
        long bytes = end.alignUp(HostFrame.SIZE).distanceFrom(start);
        if (bytes == 0) {
            return;
        }
        PhysicalAddress memory = PhysicalAddress.of(start.toLong() - IMAGE_BASE);
        map(start, memory, bytes, access);
        if ((access & Access.WRITE) == 0) {
            map(DirectMap.addressOf(memory), memory, bytes, Access.READ);
        }
    }

    /** Takes whole pages of the image away, which only boot needs: what still led there would fault. Their memory, in the direct map alone, can be written. Returns their bytes. */
    public long unmapBootPart(Address start, Address end) {
        long bytes = end.distanceFrom(start);
        PhysicalAddress memory = memoryOf(start);
        for (long at = 0; at < bytes; at += HostFrame.SIZE) {
            unmap(start.plus(at));
            map(DirectMap.addressOf(memory.plus(at)), memory.plus(at), HostFrame.SIZE, Access.READ_WRITE);
            Processor.invalidatePage(DirectMap.addressOf(memory.plus(at)));
        }
        return bytes;
    }

    /** First byte of the region {@code boot}, which no table of the hypervisor maps at its own address. */
    public static PhysicalAddress bootRegionStart() {
        return PhysicalAddress.of(RawMemory.symbol("boot_start_physical").toLong());
    }

    /** The byte after that region. */
    public static PhysicalAddress bootRegionEnd() {
        return PhysicalAddress.of(RawMemory.symbol("boot_end_physical").toLong());
    }

    /** Where a place of the image is in physical memory. */
    public static PhysicalAddress memoryOf(Address inImage) {
        return PhysicalAddress.of(inImage.toLong() - IMAGE_BASE);
    }

    /** Takes away the pages below a CPU's stacks, so that an overflow faults. */
    @BootOnly
    public void guardStacks(Address stacks) {
        for (int i = 0; i < CpuStack.count(); i++) {
            unmap(CpuStack.of(i).guard(stacks));
        }
    }

    /** Maps registers of a device, uncached; the result is the address of the first one. */
    public Address mapDevice(PhysicalAddress start, long bytes) {
        PhysicalAddress first = start.alignDown(HostFrame.SIZE);
        long size = start.plus(bytes).alignUp(HostFrame.SIZE).distanceFrom(first);
        Address window = Address.of(nextDevice);
        if (size <= 0 || size > DEVICE_LIMIT - nextDevice) {
            throw new IllegalStateException("no address space left for device registers");
        }
        map(window, first, size, Access.DEVICE);
        nextDevice += size;
        return window.plus(start.distanceFrom(first));
    }

    /** Whether the address can be read. */
    public boolean isMapped(Address address) {
        return table.isMapped(address.toLong());
    }

    /** Switches this CPU from the boot tables to these, with all protections that it has. */
    @BootOnly
    public void activate() {
        ProcessorFeatures.enable();
        Processor.writeCr3(table.root().address().toLong());
    }

    private void map(Address from, PhysicalAddress to, long bytes, int access) {
        if (!table.map(from.toLong(), to, bytes, access)) {
            throw new IllegalStateException("no memory for the hypervisor's page tables");
        }
    }

    private void unmap(Address page) {
        if (!table.unmap(page.toLong(), HostFrame.SIZE)) {
            throw new IllegalStateException("no memory for the hypervisor's page tables");
        }
        Processor.invalidatePage(page);
    }
}
