/** dom0's memory: claimed from the lower end, identity-mapped, and told to dom0 as it is. */
package org.peaberry.kernel.dom0;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peaberry.kernel.domain.Domain;
import org.peaberry.kernel.domain.TestMachine;
import org.peaberry.kernel.memory.GuestPageType;
import org.peaberry.kernel.memory.MemoryKind;
import org.peaberry.kernel.memory.MemoryMap;
import org.peaberry.runtime.unboxed.GuestFrame;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;

class Dom0MemoryTest {
    private static final long MEGABYTE = 1 << 20;
    private static final long LOCAL_APIC = 0xfee0_0000L;

    /** Memory up to 8 MiB, of which 2 to 4 MiB have an owner already. */
    private final TestMachine machine = new TestMachine();
    private final MemoryMap firmware = new MemoryMap();
    private Domain domain;
    private Dom0Memory memory;

    @BeforeEach
    void describe() {
        firmware.set(0, 0x9fc00, MemoryKind.RAM);
        firmware.set(0x9fc00, MEGABYTE, MemoryKind.RESERVED);
        firmware.set(MEGABYTE, 8 * MEGABYTE, MemoryKind.RAM);
        domain = machine.newDomain(1, 0x10000, true);
        memory = new Dom0Memory(domain, firmware);
    }

    private MemoryKind kindAt(long address) {
        return domain.memoryMap().kindAt(address);
    }

    @Test
    void memoryOfOthersIsUnusable() throws LaunchException {
        memory.claim(0x300);
        assertEquals(MemoryKind.RAM, kindAt(MEGABYTE));
        assertEquals(MemoryKind.UNUSABLE, kindAt(2 * MEGABYTE));
        assertEquals(MemoryKind.UNUSABLE, kindAt(4 * MEGABYTE - 1));
        assertEquals(MemoryKind.RAM, kindAt(4 * MEGABYTE));
        assertEquals(0x300L << 12, domain.memoryMap().bytesOf(MemoryKind.RAM) - 0x9fc00);
    }

    @Test
    void surplusMemoryIsUnusable() throws LaunchException {
        memory.claim(0x100);
        assertEquals(MemoryKind.RAM, kindAt(2 * MEGABYTE - 1));
        assertEquals(MemoryKind.UNUSABLE, kindAt(4 * MEGABYTE));
    }

    @Test
    void claimedMemoryIsMappedAtItsOwnAddress() throws LaunchException {
        memory.claim(0x100);
        GuestFrame frame = GuestFrame.of(0x123);
        assertEquals(0x123, domain.physicalMap().lookup(frame).toLong());
        assertEquals(GuestPageType.RAM, domain.physicalMap().typeOf(frame));
        assertEquals(GuestPageType.NONE, domain.physicalMap().typeOf(GuestFrame.of(0x500)));
    }

    @Test
    void lowMegabyteIsDom0s() throws LaunchException {
        memory.claim(0x100);
        assertEquals(GuestPageType.RAM, domain.physicalMap().typeOf(GuestFrame.of(0)));
        assertEquals(GuestPageType.RAM, domain.physicalMap().typeOf(GuestFrame.of(0x9e)));
        assertEquals(MemoryKind.RESERVED, kindAt(0xf0000));
    }

    @Test
    void tooLittleMemoryIsSaidSo() {
        LaunchException failure = assertThrows(LaunchException.class, () -> memory.claim(0x1000));
        assertTrue(failure.getMessage().contains("too little memory"), failure.getMessage());
    }

    @Test
    void devicesAreMappedButNotTheEmulatedOnesNorMemory() throws LaunchException {
        memory.claim(0x100);
        memory.mapDevices(new long[] {LOCAL_APIC});
        assertEquals(0xb8, domain.physicalMap().lookup(GuestFrame.of(0xb8)).toLong());
        assertEquals(0x9f, domain.physicalMap().lookup(GuestFrame.of(0x9f)).toLong());
        assertEquals(0xfed00, domain.physicalMap().lookup(GuestFrame.of(0xfed00)).toLong());
        assertEquals(GuestPageType.NONE, domain.physicalMap().typeOf(GuestFrame.of(LOCAL_APIC >> 12)));
        assertEquals(GuestPageType.NONE, domain.physicalMap().typeOf(GuestFrame.of(0x300)), "memory of another domain");
    }

    @Test
    void tablesGetTheUpperEnd() throws LaunchException {
        memory.claim(0x300);
        GuestPhysicalAddress tables = memory.reserveForTables(0x4000);
        assertEquals(6 * MEGABYTE - 0x4000, tables.toLong());
        assertEquals(MemoryKind.ACPI_RECLAIMABLE, kindAt(tables.toLong()));
        assertFalse(memory.isRam(tables, 1));
        assertFalse(memory.clear(tables.minus(8), 16));
        assertTrue(memory.clear(tables.minus(8), 8));
    }
}
