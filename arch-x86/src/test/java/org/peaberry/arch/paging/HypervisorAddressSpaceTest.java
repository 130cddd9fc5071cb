/** The hypervisor's own page tables. */
package org.peaberry.arch.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.cpu.SimulatedProcessor;
import org.peaberry.runtime.memory.SimulatedMemory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.PhysicalAddress;

class HypervisorAddressSpaceTest {
    private static final long IMAGE = HypervisorAddressSpace.IMAGE_BASE;
    private static final PhysicalAddress FRAMES = PhysicalAddress.of(0x50_0000);

    private SimulatedProcessor processor;
    private HypervisorAddressSpace space;

    @BeforeEach
    void buildTables() {
        SimulatedMemory memory = SimulatedMemory.install();
        memory.map(DirectMap.addressOf(FRAMES).toLong(), 1 << 20);
        define(memory, "text", 0x20_1000, 0x28_0123);
        define(memory, "rodata", 0x28_1000, 0x2A_0000);
        define(memory, "data", 0x2A_0000, 0x2C_0000);
        define(memory, "bss", 0x2C_0000, 0x30_0000);
        processor = SimulatedProcessor.install();
        processor.cpuid(0, 0, 7, 0, 0, 0);
        processor.cpuid(0x8000_0000, 0, 0x8000_0008, 0, 0, 0);
        processor.cpuid(0x8000_0001, 0, 0, 0, 0, 1 << 20 | 1 << 26);
        processor.cpuid(7, 0, 0, 1 << 7 | 1 << 20, 0, 0);
        space = new HypervisorAddressSpace(new BootFrames(FRAMES, FRAMES.plus(1 << 20)));
        space.mapMemory(PhysicalAddress.zero(), PhysicalAddress.of(0x9_FC00));
        space.mapMemory(PhysicalAddress.of(1 << 20), PhysicalAddress.of(6L << 30));
        space.mapImage();
    }

    private static void define(SimulatedMemory memory, String section, long start, long end) {
        memory.define(section + "_start", IMAGE + start);
        memory.define(section + "_end", IMAGE + end);
    }

    private int access(long address) {
        return space.table().access(address);
    }

    @Test
    void noPageIsWritableAndExecutable() {
        long[] bases = {IMAGE, DirectMap.BASE};
        for (long base : bases) {
            for (long at = 0; at < 0x40_0000; at += 0x1000) {
                int access = access(base + at);
                assertFalse((access & Access.WRITE) != 0 && (access & Access.EXECUTE) != 0, Long.toHexString(base + at));
            }
        }
    }

    @Test
    void eachSectionHasWhatItNeeds() {
        assertEquals(Access.READ_EXECUTE, access(IMAGE + 0x20_1000));
        assertEquals(Access.READ_EXECUTE, access(IMAGE + 0x28_0FFF));
        assertEquals(Access.READ, access(IMAGE + 0x28_1000));
        assertEquals(Access.READ_WRITE, access(IMAGE + 0x2A_0000));
        assertEquals(Access.READ_WRITE, access(IMAGE + 0x2F_F000));
        assertEquals(Access.NONE, access(IMAGE + 0x30_0000));
        assertEquals(Access.NONE, access(IMAGE + 0x20_0000));
    }

    @Test
    void codeCannotBeChangedThroughTheDirectMap() {
        assertEquals(Access.READ, access(DirectMap.BASE + 0x20_1000));
        assertEquals(Access.READ, access(DirectMap.BASE + 0x28_1000));
        assertEquals(Access.READ_WRITE, access(DirectMap.BASE + 0x2A_0000));
    }

    @Test
    void bootCodeIsGoneWhenBootIsOverAndItsMemoryCanBeWritten() {
        assertEquals(0x3000, space.unmapBootPart(Address.of(IMAGE + 0x20_1000), Address.of(IMAGE + 0x20_4000)));
        for (long at = 0x20_1000; at < 0x20_4000; at += 0x1000) {
            assertEquals(Access.NONE, access(IMAGE + at));
            assertEquals(Access.READ_WRITE, access(DirectMap.BASE + at));
        }
        assertEquals(Access.READ_EXECUTE, access(IMAGE + 0x20_4000));
        assertEquals(Access.READ, access(DirectMap.BASE + 0x20_4000));
        assertEquals(6, processor.invalidations());
    }

    @Test
    void bootDataIsGoneWhenBootIsOver() {
        assertEquals(0x2000, space.unmapBootPart(Address.of(IMAGE + 0x2A_0000), Address.of(IMAGE + 0x2A_2000)));
        assertEquals(Access.NONE, access(IMAGE + 0x2A_1FFF));
        assertEquals(Access.READ_WRITE, access(IMAGE + 0x2A_2000));
        assertEquals(Access.READ_WRITE, access(DirectMap.BASE + 0x2A_0000));
    }

    @Test
    void memoryIsMappedWithLargePagesAndAddressZeroIsNot() {
        assertEquals(PageTable.LEVEL_1G, space.table().leafLevel(DirectMap.BASE + (5L << 30)));
        assertEquals(PageTable.LEVEL_2M, space.table().leafLevel(DirectMap.BASE + 0x60_0000));
        assertFalse(space.isMapped(Address.zero()));
        assertTrue(space.isMapped(Address.of(DirectMap.BASE)));
        assertFalse(space.isMapped(Address.of(DirectMap.BASE + 0xA_0000)));
        assertFalse(space.isMapped(Address.of(DirectMap.BASE + (6L << 30))));
    }

    @Test
    void thePageBelowEveryStackFaults() {
        Address stacks = Address.of(IMAGE + 0x2D_0000);
        space.guardStacks(stacks);
        for (long guard : new long[] {0, 0x9000, 0xD000, 0x1_1000}) {
            assertFalse(space.isMapped(stacks.plus(guard)));
            assertTrue(space.isMapped(stacks.plus(guard + 0x1000)));
        }
        assertEquals(4, processor.invalidations());
    }

    @Test
    void devicesAreMappedUncachedAndApart() {
        Address first = space.mapDevice(PhysicalAddress.of(0xFEC0_0000L), 0x20);
        Address second = space.mapDevice(PhysicalAddress.of(0xFED0_0F80L), 0x100);
        assertEquals(Access.DEVICE, access(first.toLong()));
        assertEquals(0xFED0_0L, space.table().frame(second.toLong()).toLong());
        assertEquals(0xF80, second.toLong() & 0xFFF);
        assertEquals(0xFED0_1L, space.table().frame(second.toLong() + 0x80).toLong());
        assertEquals(first.toLong() + 0x1000, second.toLong() & ~0xFFFL);
    }

    @Test
    void activationTurnsOnWhatTheProcessorHas() {
        space.activate();
        assertEquals(space.table().root().address().toLong(), Processor.readCr3());
        long cr4 = Processor.readCr4();
        assertTrue((cr4 & Cr4.SUPERVISOR_EXECUTION_PREVENTION) != 0);
        assertTrue((cr4 & Cr4.SUPERVISOR_ACCESS_PREVENTION) != 0);
        assertEquals(0, cr4 & Cr4.USER_MODE_INSTRUCTION_PREVENTION);
        assertTrue((Processor.readCr0() & Cr0.WRITE_PROTECT) != 0);
    }

    @Test
    void aProcessorWithoutNoExecuteIsRefused() {
        processor.cpuid(0x8000_0001, 0, 0, 0, 0, 0);
        assertThrows(IllegalStateException.class, space::activate);
    }

    @Test
    void tooFewFramesAreAnError() {
        HypervisorAddressSpace small = new HypervisorAddressSpace(new BootFrames(FRAMES, FRAMES.plus(0x3000)));
        assertThrows(IllegalStateException.class,
                () -> small.mapMemory(PhysicalAddress.zero(), PhysicalAddress.of(0x1000)));
    }
}
