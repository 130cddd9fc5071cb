/** Memory that is taken at boot: out of everyone's way, and said so when there is not enough. */
package org.peaberry.kernel.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peaberry.arch.boot.BootInformation;
import org.peaberry.arch.boot.BootInformationReader;
import org.peaberry.arch.paging.DirectMap;
import org.peaberry.arch.paging.HypervisorAddressSpace;
import org.peaberry.kernel.memory.MemoryKind;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.memory.SimulatedMemory;
import org.peaberry.runtime.unboxed.PhysicalAddress;

class MemoryPlanTest {
    private static final long MEGABYTE = 1 << 20;
    private static final long INFORMATION = 0x9000;
    private static final long MAP = 0x9100;
    private static final long MODULES = 0x9200;
    private static final int HAS_MODULES_AND_MAP = 1 << 3 | 1 << 6;
    private static final long IMAGE_END = 3 * MEGABYTE;

    private MemoryPlan plan;

    /** RAM up to 640 KiB and from 1 to 64 MiB; a module from 40 to 60 MiB. */
    @BeforeEach
    void boot() {
        SimulatedMemory memory = SimulatedMemory.install();
        memory.map(DirectMap.BASE, MEGABYTE);
        memory.define("bss_end", HypervisorAddressSpace.IMAGE_BASE + IMAGE_END);
        word(INFORMATION, HAS_MODULES_AND_MAP);
        word(INFORMATION + 20, 1);
        word(INFORMATION + 24, (int) MODULES);
        word(MODULES, (int) (40 * MEGABYTE));
        word(MODULES + 4, (int) (60 * MEGABYTE));
        word(INFORMATION + 44, 48);
        word(INFORMATION + 48, (int) MAP);
        range(MAP, 0, 0xA0000);
        range(MAP + 24, MEGABYTE, 63 * MEGABYTE);
        BootInformation information = BootInformationReader.read(BootInformationReader.MULTIBOOT1_MAGIC, PhysicalAddress.of(INFORMATION));
        plan = new MemoryPlan(information);
    }

    private static void word(long at, int value) {
        Memory.storeInt(DirectMap.BASE + at, value);
    }

    private static void range(long at, long start, long bytes) {
        word(at, 20);
        Memory.storeLong(DirectMap.BASE + at + 4, start);
        Memory.storeLong(DirectMap.BASE + at + 12, bytes);
        word(at + 20, MemoryKind.RAM.number());
    }

    @Test
    void upperEndComesFirst() {
        assertEquals(63 * MEGABYTE, plan.take(MEGABYTE, "a test").toLong());
        assertEquals(62 * MEGABYTE, plan.take(MEGABYTE, "a test").toLong());
    }

    @Test
    void modulesAreNotOverwritten() {
        assertEquals(35 * MEGABYTE, plan.take(5 * MEGABYTE, "a test").toLong());
    }

    @Test
    void imageIsTaken() {
        assertEquals(MemoryKind.RESERVED, plan.taken().kindAt(2 * MEGABYTE));
        assertEquals(MemoryKind.RESERVED, plan.taken().kindAt(IMAGE_END - 1));
        assertEquals(3 * MEGABYTE, plan.take(37 * MEGABYTE, "a test").toLong());
    }

    @Test
    void whatIsMissingIsSaid() {
        BootFailure failure = assertThrows(BootFailure.class, () -> plan.take(38 * MEGABYTE, "boot module 7"));
        assertTrue(failure.getMessage().contains("38 MiB in one piece for boot module 7"), failure.getMessage());
    }
}
