/** What dom0 finds in its memory when it begins. */
package org.peaberry.kernel.dom0;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peaberry.arch.acpi.AcpiTables;
import org.peaberry.arch.acpi.InterruptTopology;
import org.peaberry.kernel.domain.Domain;
import org.peaberry.kernel.domain.TestMachine;
import org.peaberry.kernel.memory.MemoryKind;
import org.peaberry.kernel.memory.MemoryMap;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.memory.SimulatedMemory;
import org.peaberry.runtime.unboxed.Address;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;

class Dom0ImageTest {
    private static final long MEGABYTE = 1 << 20;
    private static final long FILES = 0x1_0000_0000L;
    private static final long KERNEL_START = 4 * MEGABYTE;
    private static final int KERNEL_BYTES = 0x100;
    private static final int KERNEL_MEMORY = 0x1800;
    private static final int FILE_SIZE = 0x400;
    private static final long INITRD_BYTES = 0x123;

    private final TestMachine machine = new TestMachine();
    private Domain domain;
    private Dom0Memory memory;
    private AcpiBuilder acpi;

    @BeforeEach
    void prepare() throws LaunchException {
        SimulatedMemory.current().map(FILES, 16 * MEGABYTE);
        MemoryMap firmware = new MemoryMap();
        firmware.set(0, 0x9f000, MemoryKind.RAM);
        firmware.set(MEGABYTE, 8 * MEGABYTE, MemoryKind.RAM);
        AcpiTables tables = FirmwareImage.write();
        acpi = new AcpiBuilder(tables, InterruptTopology.read(tables), 1);
        domain = machine.newDomain(1, 0x1000, true);
        memory = new Dom0Memory(domain, firmware);
        memory.claim(0x300);
    }

    /** One segment of {@link #KERNEL_BYTES} bytes, and a note that says where to begin. */
    private BootModule kernel() {
        ByteBuffer elf = ByteBuffer.allocate(FILE_SIZE).order(ByteOrder.LITTLE_ENDIAN);
        elf.putInt(0, 0x464c457f).put(4, (byte) 2).put(5, (byte) 1).putShort(18, (short) 62);
        elf.putLong(32, 64).putShort(54, (short) 56).putShort(56, (short) 2);
        segment(elf, 64, 1, 0x200, KERNEL_START, KERNEL_BYTES, KERNEL_MEMORY);
        segment(elf, 120, 4, 0x300, 0, 20, 20);
        elf.putInt(0x300, 4).putInt(0x304, 4).putInt(0x308, 18).putInt(0x30c, 0x006e6558).putInt(0x310, (int) KERNEL_START + 0x10);
        for (int i = 0; i < KERNEL_BYTES; i++) {
            elf.put(0x200 + i, (byte) (i * 7));
        }
        return module("kernel", FILES, elf.array());
    }

    private static void segment(ByteBuffer elf, int at, int type, long offset, long address, long fileSize, long memorySize) {
        elf.putInt(at, type).putLong(at + 8, offset).putLong(at + 24, address).putLong(at + 32, fileSize).putLong(at + 40, memorySize);
    }

    private static BootModule module(String name, long at, byte[] content) {
        for (int i = 0; i < content.length; i++) {
            Memory.storeByte(at + i, content[i]);
        }
        return new BootModule(name, Address.of(at), content.length);
    }

    private Dom0Image build(long initrdBytes) throws LaunchException {
        Memory.storeByte(FILES + MEGABYTE, (byte) 0x5a);
        BootModule initrd = initrdBytes == 0 ? null : new BootModule("initrd", Address.of(FILES + MEGABYTE), initrdBytes);
        return new Dom0Image(memory, kernel(), initrd, "console=hvc0 quiet", acpi, domain.memoryMap());
    }

    private static Address at(long guest) {
        return Dom0Memory.hostAddress(GuestPhysicalAddress.of(guest));
    }

    @Test
    void kernelIsLoadedAndItsRestZeroed() throws LaunchException {
        Memory.storeByte(at(KERNEL_START + KERNEL_BYTES).toLong(), (byte) 1);
        Dom0Image image = build(0);
        assertEquals(KERNEL_START + 0x10, image.entry().toLong());
        assertEquals((byte) (9 * 7), at(KERNEL_START + 9).loadByte());
        assertEquals(0, at(KERNEL_START + KERNEL_BYTES).loadByte());
    }

    @Test
    void startInfoNamesEverything() throws LaunchException {
        long info = build(INITRD_BYTES).startInfo().toLong();
        assertEquals(KERNEL_START + 0x2000, info);
        assertEquals(0x336ec578, at(info).loadInt());
        assertEquals(1, at(info + 4).loadInt());
        assertEquals(3, at(info + 8).loadInt(), "privileged, initial domain");
        assertEquals(1, at(info + 12).loadInt());
        assertEquals("console=hvc0 quiet", text(at(info + 24).loadLong()));
        assertEquals(0x2052_5450_2044_5352L, at(at(info + 32).loadLong()).loadLong(), "root pointer");
    }

    @Test
    void initrdFollowsTheStartInfo() throws LaunchException {
        long info = build(INITRD_BYTES).startInfo().toLong();
        long module = at(info + 16).loadLong();
        assertEquals(INITRD_BYTES, at(module + 8).loadLong());
        assertEquals(0x5a, at(at(module).loadLong()).loadByte());
        assertTrue(at(module).loadLong() >= info + StartInfoWriter.SIZE);
    }

    @Test
    void memoryMapIsTheDomains() throws LaunchException {
        long info = build(0).startInfo().toLong();
        assertEquals(0, at(info + 12).loadInt(), "no module");
        long map = at(info + 40).loadLong();
        assertEquals(domain.memoryMap().count(), at(info + 48).loadInt());
        for (int i = 0; i < domain.memoryMap().count(); i++) {
            assertEquals(domain.memoryMap().start(i), at(map + i * 24L).loadLong());
            assertEquals(domain.memoryMap().end(i) - domain.memoryMap().start(i), at(map + i * 24L + 8).loadLong());
            assertEquals(domain.memoryMap().kind(i).number(), at(map + i * 24L + 16).loadInt());
        }
    }

    @Test
    void initrdThatDoesNotFitIsSaidSo() {
        LaunchException failure = assertThrows(LaunchException.class, () -> build(3 * MEGABYTE));
        assertTrue(failure.getMessage().contains("initrd"), failure.getMessage());
    }

    private static String text(long guest) {
        StringBuilder text = new StringBuilder();
        for (long i = guest; at(i).loadByte() != 0; i++) {
            text.append((char) at(i).loadByte());
        }
        return text.toString();
    }
}
