/** Instructions on device memory: what the device sees, and what the guest's registers become. */
package org.peaberry.arch.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.virtualization.GuestRegisters;
import org.peaberry.arch.virtualization.NestedFault;
import org.peaberry.arch.virtualization.SimulatedGuest;
import org.peaberry.arch.virtualization.StartState;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;

class MemoryEmulatorTest {
    private static final long DEVICE = 0xFEC0_0000L;
    private static final long CODE = 0x8000;
    private static final long TABLES = 0x1000;
    private static final long IDENTITY = 0x20_0000;

    private final SimulatedGuest guest = new SimulatedGuest();
    private final MemoryEmulator emulator = new MemoryEmulator(guest.cpu);
    private final RecordingDevice device = new RecordingDevice();
    private final GuestRegisters registers = guest.cpu.registers();

    @Test
    void aStoreGivesTheDeviceTheRegister() {
        registers.rax(0x1122_3344_5566_7788L);
        registers.r9(0x99);
        run("8903", "w4 fec00000=55667788");
        run("488903", "w8 fec00000=1122334455667788");
        run("668903", "w2 fec00000=7788");
        run("8803", "w1 fec00000=88");
        run("44880B", "w1 fec00000=99");
    }

    @Test
    void highByteRegistersNeedAnInstructionWithoutRex() {
        registers.rax(0x1234);
        registers.rsp(0x5678);
        run("8823", "w1 fec00000=12");
        run("408823", "w1 fec00000=78");
        device.value = 0x9A;
        run("8A23", "r1 fec00000");
        assertEquals(0x9A34, registers.rax());
    }

    @Test
    void aLoadExtendsAsTheInstructionSays() {
        device.value = 0xfedc_ba98_8765_43f0L;
        registers.rax(-1);
        run("8B03", "r4 fec00000");
        assertEquals(0x8765_43f0L, registers.rax());
        run("668B03", "r2 fec00000");
        assertEquals(0x8765_43f0L, registers.rax());
        registers.rax(-1);
        run("8A03", "r1 fec00000");
        assertEquals(-16, registers.rax());
        run("0FB603", "r1 fec00000");
        assertEquals(0xf0, registers.rax());
        run("480FBE03", "r1 fec00000");
        assertEquals(-16, registers.rax());
        run("0FBF03", "r2 fec00000");
        assertEquals(0x43f0, registers.rax());
        run("486303", "r4 fec00000");
        assertEquals(0xffff_ffff_8765_43f0L, registers.rax());
    }

    @Test
    void immediatesAreExtendedToTheWidth() {
        run("C70378563412", "w4 fec00000=12345678");
        run("48C703FFFFFFFF", "w8 fec00000=ffffffffffffffff");
        run("C60342", "w1 fec00000=42");
    }

    @Test
    void anOffsetWithoutModRmIsAnAddress() {
        registers.rax(0x77);
        run("48A30000C0FE00000000", "w8 fec00000=77");
        run("A00000C0FE00000000", "r1 fec00000");
    }

    @Test
    void readModifyWriteReadsAndWritesTheSamePlace() {
        device.value = 0xf0;
        registers.rax(0x0f);
        run("0903", "r4 fec00000", "w4 fec00000=ff");
        run("802310", "r1 fec00000", "w1 fec00000=10");
        run("F713", "r4 fec00000", "w4 fec00000=ffffffef");
        run("FF03", "r4 fec00000", "w4 fec00000=fffffff0");
        run("0FBA2B00", "r4 fec00000", "w4 fec00000=fffffff1");
        run("0FBA3304", "r4 fec00000", "w4 fec00000=ffffffe1");
        assertTrue((guest.cpu.rflags() & Rflags.CARRY) != 0);
    }

    @Test
    void comparisonsOnlyReadAndSetFlags() {
        device.value = 5;
        registers.rax(5);
        run("3903", "r4 fec00000");
        assertTrue((guest.cpu.rflags() & Rflags.ZERO) != 0);
        run("833B06", "r4 fec00000");
        assertTrue((guest.cpu.rflags() & Rflags.CARRY) != 0);
        run("3B03", "r4 fec00000");
        assertTrue((guest.cpu.rflags() & Rflags.ZERO) != 0);
        run("F60302", "r1 fec00000");
        assertTrue((guest.cpu.rflags() & Rflags.ZERO) != 0);
        run("F70304000000", "r4 fec00000");
        assertFalse((guest.cpu.rflags() & Rflags.ZERO) != 0);
        assertEquals(5, registers.rax());
    }

    @Test
    void arithmeticToARegisterDoesNotWriteMemory() {
        device.value = 3;
        registers.rax(4);
        run("0303", "r4 fec00000");
        assertEquals(7, registers.rax());
        run("482B03", "r8 fec00000");
        assertEquals(4, registers.rax());
    }

    @Test
    void exchangesAreExchanges() {
        device.value = 0x11;
        registers.rcx(0x22);
        run("870B", "r4 fec00000", "w4 fec00000=22");
        assertEquals(0x11, registers.rcx());
        run("F00FC10B", "r4 fec00000", "w4 fec00000=33");
        assertEquals(0x22, registers.rcx());
        registers.rax(0x33);
        run("F00FB10B", "r4 fec00000", "w4 fec00000=22");
        run("F00FB10B", "r4 fec00000");
        assertEquals(0x22, registers.rax());
    }

    @Test
    void aRepeatedStoreGoesElementByElement() {
        registers.rax(0x41);
        registers.rcx(2);
        registers.rdi(DEVICE);
        place("F3AA");
        assertTrue(emulator.emulate(fault(DEVICE, true), device));
        assertEquals(CODE, guest.cpu.rip());
        assertEquals(1, registers.rcx());
        assertTrue(emulator.emulate(fault(DEVICE + 1, true), device));
        assertEquals(CODE + 2, guest.cpu.rip());
        assertEquals(DEVICE + 2, registers.rdi());
        assertEquals(List.of("w1 fec00000=41", "w1 fec00001=41"), device.accesses);
    }

    @Test
    void aStringMoveCopiesBetweenMemoryAndDevice() {
        guest.storeLong(0x9000, 0x1234_5678);
        registers.rsi(0x9000);
        registers.rdi(DEVICE);
        run("A5", "w4 fec00000=12345678");
        assertEquals(0x9004, registers.rsi());
        assertEquals(DEVICE + 4, registers.rdi());
        guest.cpu.rflags(guest.cpu.rflags() | Rflags.DIRECTION);
        registers.rsi(DEVICE);
        registers.rdi(0x9010);
        place("A5");
        assertTrue(emulator.emulate(fault(DEVICE, false), device));
        assertEquals(0x1234_5678, guest.loadLong(0x9010));
        assertEquals(DEVICE - 4, registers.rsi());
        assertEquals(0x900C, registers.rdi());
    }

    @Test
    void aStringMoveToAnUnmappedPageRaisesThePageFault() {
        registers.rsi(DEVICE);
        registers.rdi(0x4000_0000);
        place("A5");
        assertTrue(emulator.emulate(fault(DEVICE, false), device));
        assertEquals(CODE, guest.cpu.rip());
        assertEquals(0x4000_0000, guest.cpu.cr2());
        assertEquals(DEVICE, registers.rsi());
    }

    @Test
    void instructionsThatAreNotKnownLeaveEverythingAsItWas() {
        place("0F1103");
        assertFalse(emulator.emulate(fault(DEVICE, true), device));
        place("0FA2");
        assertFalse(emulator.emulate(fault(DEVICE, true), device));
        assertEquals(CODE, guest.cpu.rip());
        assertEquals(List.of(), device.accesses);
    }

    @Test
    void a32BitGuestWithoutPagingIsEmulatedToo() {
        StartState.protectedMode(guest.cpu, CODE, 0);
        registers.rax(0xAB);
        store("A30000C0FE");
        assertTrue(emulator.emulate(fault(DEVICE, true), device));
        assertEquals(List.of("w4 fec00000=ab"), device.accesses);
        assertEquals(CODE + 5, guest.cpu.rip());
        assertEquals(0, guest.cpu.cr0() & Cr0.PAGING);
    }

    @Test
    void anInstructionAcrossTwoPagesIsFetchedFromBoth() {
        registers.rax(0x55);
        longMode();
        guest.cpu.rip(CODE - 1);
        guest.store(CODE - 1, 0x89, 0x03);
        assertTrue(emulator.emulate(fault(DEVICE, true), device));
        assertEquals(CODE + 1, guest.cpu.rip());
        guest.cpu.rip(CODE - 1);
        guest.takeAway(CODE);
        assertFalse(emulator.emulate(fault(DEVICE, true), device));
    }

    private void run(String code, String... expected) {
        device.accesses.clear();
        place(code);
        boolean isWrite = expected[expected.length - 1].startsWith("w");
        assertTrue(emulator.emulate(fault(DEVICE, isWrite), device), code);
        assertEquals(List.of(expected), device.accesses, code);
        assertEquals(CODE + code.length() / 2, guest.cpu.rip(), code);
    }

    private void place(String code) {
        longMode();
        guest.cpu.rip(CODE);
        store(code);
    }

    private void store(String code) {
        byte[] bytes = HexFormat.of().parseHex(code);
        for (int i = 0; i < bytes.length; i++) {
            guest.store(CODE + i, bytes[i]);
        }
    }

    /** The first 2 MiB are mapped one to one. */
    private void longMode() {
        guest.enterLongMode(TABLES);
        guest.storeLong(TABLES, TABLES + 0x1000 | GuestPageEntry.PRESENT | GuestPageEntry.WRITABLE);
        guest.storeLong(TABLES + 0x1000, TABLES + 0x2000 | GuestPageEntry.PRESENT | GuestPageEntry.WRITABLE);
        guest.storeLong(TABLES + 0x2000, GuestPageEntry.PRESENT | GuestPageEntry.WRITABLE | GuestPageEntry.LARGE);
        assertTrue(CODE < IDENTITY);
    }

    private static NestedFault fault(long address, boolean isWrite) {
        NestedFault fault = new NestedFault();
        fault.set(GuestPhysicalAddress.of(address), isWrite, false, false, false);
        return fault;
    }
}
