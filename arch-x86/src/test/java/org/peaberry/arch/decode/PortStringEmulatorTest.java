/** INS and OUTS at intercepted ports: what the device sees, what memory and registers become, which exceptions the guest gets. */
package org.peaberry.arch.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.svm.PendingEvent;
import org.peaberry.arch.virtualization.GuestRegisters;
import org.peaberry.arch.virtualization.PortAccess;
import org.peaberry.arch.virtualization.SegmentAttributes;
import org.peaberry.arch.virtualization.SegmentRegister;
import org.peaberry.arch.virtualization.SimulatedGuest;
import org.peaberry.arch.virtualization.StartState;

class PortStringEmulatorTest {
    private static final int PORT = 0x40;
    private static final long CODE = 0x8000;
    private static final long TABLES = 0x1000;
    /** The first page that is not mapped. */
    private static final long END = 0x20_0000;
    private static final long BUFFER = 0x9000;
    private static final String INSB = "6C";
    private static final String INSD = "6D";
    private static final String OUTSB = "6E";
    private static final String OUTSW = "666F";
    private static final String OUTSD = "6F";
    private static final int GENERAL_PROTECTION = 13;
    private static final int STACK_FAULT = 12;
    private static final int PAGE_FAULT = 14;
    private static final int ALIGNMENT_CHECK = 17;

    private final SimulatedGuest guest = new SimulatedGuest();
    private final PortStringEmulator emulator = new PortStringEmulator(guest.cpu);
    private final GuestRegisters registers = guest.cpu.registers();
    private final List<String> accesses = new ArrayList<>();
    private int answer = 0x1122_3344;
    private final PortDevice device = new PortDevice() {
        @Override
        public int in(int port, int width) {
            accesses.add("in " + Integer.toHexString(port) + " " + width);
            return answer++;
        }

        @Override
        public void out(int port, int width, int value) {
            accesses.add("out " + Integer.toHexString(port) + " " + width + " " + Integer.toHexString(value));
        }
    };

    @Test
    void outputReadsMemoryAndStepsTheSource() {
        guest.storeLong(BUFFER, 0x8877_6655_4433_2211L);
        registers.rsi(BUFFER);
        output(OUTSB, 1);
        output(OUTSW, 2);
        output(OUTSD, 4);
        assertEquals(List.of("out 40 1 11", "out 40 2 3322", "out 40 4 77665544"), accesses);
        assertEquals(BUFFER + 7, registers.rsi());
    }

    @Test
    void inputWritesMemoryAndStepsTheDestination() {
        guest.storeLong(BUFFER, -1);
        registers.rdi(BUFFER);
        input(INSD, 4);
        input(INSB, 1);
        assertEquals(0xffff_ff45_1122_3344L, guest.loadLong(BUFFER));
        assertEquals(BUFFER + 5, registers.rdi());
    }

    @Test
    void theDirectionFlagStepsBackwards() {
        registers.rdi(BUFFER + 4);
        longMode(INSD);
        guest.cpu.rflags(guest.cpu.rflags() | Rflags.DIRECTION);
        assertTrue(emulator.emulate(access(true, 4), device));
        assertEquals(BUFFER, registers.rdi());
    }

    @Test
    void aRepeatedInstructionStaysUntilItsLastElement() {
        registers.rdi(BUFFER);
        registers.rcx(2);
        longMode("F36C");
        assertTrue(emulator.emulate(access(true, 1), device));
        assertEquals(CODE, guest.cpu.rip());
        assertEquals(1, registers.rcx());
        assertTrue(emulator.emulate(access(true, 1), device));
        assertEquals(CODE + 2, guest.cpu.rip());
        assertEquals(0, registers.rcx());
        assertEquals(0x4544, guest.loadLong(BUFFER));
    }

    @Test
    void zeroTimesIsNoAccess() {
        registers.rcx(0);
        registers.rsi(END);
        output("F36E", 1);
        assertEquals(List.of(), accesses);
        assertEquals(END, registers.rsi());
    }

    @Test
    void withShortAddressesTheUpperHalvesOfRegistersDoNotCount() {
        guest.storeLong(BUFFER, 0x5A);
        registers.rsi(0x7_0000_0000L + BUFFER);
        registers.rcx(0x9_0000_0001L);
        output("67F36E", 1);
        assertEquals(List.of("out 40 1 5a"), accesses);
        assertEquals(BUFFER + 1, registers.rsi());
        assertEquals(0, registers.rcx());
    }

    @Test
    void aSegmentPrefixMovesTheSourceButNotTheDestination() {
        guest.storeLong(BUFFER + 0x100, 0x77);
        longMode("64" + OUTSB);
        guest.cpu.segment(SegmentRegister.FS, 0, 0x100, -1, SegmentAttributes.FLAT_DATA_32);
        registers.rsi(BUFFER);
        assertTrue(emulator.emulate(access(false, 1), device));
        assertEquals(List.of("out 40 1 77"), accesses);
        longMode("64" + INSB);
        registers.rdi(BUFFER);
        assertTrue(emulator.emulate(access(true, 1), device));
        assertEquals(0x44, guest.loadLong(BUFFER));
    }

    @Test
    void aPageThatIsNotMappedFaultsBeforeThePortIsRead() {
        registers.rdi(END - 2);
        registers.rcx(1);
        longMode("F36D");
        assertTrue(emulator.emulate(access(true, 4), device));
        assertException(PAGE_FAULT, PageAccess.WRITE);
        assertEquals(END, guest.cpu.cr2());
        assertEquals(List.of(), accesses);
        assertEquals(END - 2, registers.rdi());
        assertEquals(1, registers.rcx());
        assertEquals(CODE, guest.cpu.rip());
    }

    @Test
    void outputFromAPageThatIsNotMappedFaults() {
        registers.rsi(END);
        longMode(OUTSB);
        assertTrue(emulator.emulate(access(false, 1), device));
        assertException(PAGE_FAULT, PageAccess.READ);
        assertEquals(END, guest.cpu.cr2());
        assertEquals(List.of(), accesses);
    }

    @Test
    void anAddressThatIsNotCanonicalIsAGeneralProtectionFault() {
        registers.rdi(0x0000_7fff_ffff_ffffL);
        longMode(INSD);
        assertTrue(emulator.emulate(access(true, 4), device));
        assertException(GENERAL_PROTECTION, 0);
        assertEquals(List.of(), accesses);
    }

    @Test
    void throughTheStackSegmentItIsAStackFault() {
        protectedMode("36" + OUTSB);
        guest.cpu.segment(SegmentRegister.SS, 0x10, 0, 0xfff, SegmentAttributes.FLAT_DATA_32);
        registers.rsi(0x1000);
        assertTrue(emulator.emulate(access(false, 1), device));
        assertException(STACK_FAULT, 0);
    }

    @Test
    void in64BitModeThePrefixOfTheStackSegmentDoesNotCount() {
        registers.rsi(1L << 63);
        longMode("36" + OUTSB);
        assertTrue(emulator.emulate(access(false, 1), device));
        assertException(GENERAL_PROTECTION, 0);
    }

    @Test
    void aSegmentsLimitAndTypeCountOutsideOf64BitMode() {
        protectedMode(INSD);
        guest.cpu.segment(SegmentRegister.ES, 0x10, 0, (int) BUFFER + 3, SegmentAttributes.FLAT_DATA_32);
        registers.rdi(BUFFER);
        assertTrue(emulator.emulate(access(true, 4), device));
        assertEquals(List.of("in 40 4"), accesses);
        protectedMode(INSD);
        assertTrue(emulator.emulate(access(true, 4), device));
        assertException(GENERAL_PROTECTION, 0);
        int readOnly = SegmentAttributes.FLAT_DATA_32 & ~2;
        protectedMode(INSB);
        guest.cpu.segment(SegmentRegister.ES, 0x10, 0, -1, readOnly);
        assertTrue(emulator.emulate(access(true, 1), device));
        assertException(GENERAL_PROTECTION, 0);
        assertEquals(1, accesses.size());
    }

    @Test
    void offsetsBelowTheLimitOfASegmentThatExpandsDownAreForbidden() {
        int expandsDown = SegmentAttributes.FLAT_DATA_32 | 4;
        protectedMode(OUTSB);
        guest.cpu.segment(SegmentRegister.DS, 0x10, 0, 0xfff, expandsDown);
        registers.rsi(0x1000);
        assertTrue(emulator.emulate(access(false, 1), device));
        assertEquals(List.of("out 40 1 0"), accesses);
        protectedMode(OUTSB);
        registers.rsi(0xfff);
        assertTrue(emulator.emulate(access(false, 1), device));
        assertException(GENERAL_PROTECTION, 0);
    }

    @Test
    void aUsersOddAddressIsAnAlignmentFaultWhenAskedFor() {
        longMode(OUTSW);
        guest.privilege(3);
        guest.cpu.cr0(guest.cpu.cr0() | Cr0.ALIGNMENT_MASK);
        guest.cpu.rflags(guest.cpu.rflags() | Rflags.ALIGNMENT_CHECK);
        makeUserPages();
        registers.rsi(BUFFER + 1);
        assertTrue(emulator.emulate(access(false, 2), device));
        assertException(ALIGNMENT_CHECK, 0);
    }

    @Test
    void memoryThatIsNoRamIsRefusedAndNothingHappens() {
        guest.takeAway(BUFFER);
        registers.rdi(BUFFER);
        longMode(INSB);
        assertFalse(emulator.emulate(access(true, 1), device));
        assertEquals(List.of(), accesses);
        assertEquals(CODE, guest.cpu.rip());
    }

    @Test
    void aSingleStepComesAfterEachElement() {
        registers.rsi(BUFFER);
        registers.rcx(3);
        longMode("F36E");
        guest.cpu.rflags(guest.cpu.rflags() | Rflags.TRAP);
        assertTrue(emulator.emulate(access(false, 1), device));
        assertEquals(1, PendingEvent.vector(guest.cpu));
        assertEquals(CODE, guest.cpu.rip());
        assertEquals(2, registers.rcx());
    }

    @Test
    void anInstructionThatHasChangedIsRunAgain() {
        longMode("90");
        assertTrue(emulator.emulate(access(false, 1), device));
        assertEquals(CODE, guest.cpu.rip());
        assertEquals(List.of(), accesses);
    }

    private void assertException(int vector, int errorCode) {
        assertEquals(vector, PendingEvent.vector(guest.cpu));
        assertEquals(errorCode, PendingEvent.errorCode(guest.cpu));
        PendingEvent.forget(guest.cpu);
    }

    private void input(String code, int width) {
        run(code, access(true, width));
    }

    private void output(String code, int width) {
        run(code, access(false, width));
    }

    private void run(String code, PortAccess access) {
        longMode(code);
        assertTrue(emulator.emulate(access, device), code);
        assertEquals(CODE + code.length() / 2, guest.cpu.rip(), code);
    }

    private void protectedMode(String code) {
        long rsi = registers.rsi();
        long rdi = registers.rdi();
        if (guest.cpu.isLongModeActive() || (guest.cpu.cr0() & Cr0.PROTECTION) == 0) {
            StartState.protectedMode(guest.cpu, CODE, 0);
        }
        registers.rsi(rsi);
        registers.rdi(rdi);
        place(code);
    }

    /** The first 2 MiB are mapped one to one. */
    private void longMode(String code) {
        guest.enterLongMode(TABLES);
        map(GuestPageEntry.PRESENT | GuestPageEntry.WRITABLE);
        place(code);
    }

    private void makeUserPages() {
        map(GuestPageEntry.PRESENT | GuestPageEntry.WRITABLE | GuestPageEntry.USER);
    }

    private void map(long rights) {
        guest.storeLong(TABLES, TABLES + 0x1000 | rights);
        guest.storeLong(TABLES + 0x1000, TABLES + 0x2000 | rights);
        guest.storeLong(TABLES + 0x2000, rights | GuestPageEntry.LARGE);
    }

    private void place(String code) {
        guest.cpu.rip(CODE);
        byte[] bytes = HexFormat.of().parseHex(code);
        for (int i = 0; i < bytes.length; i++) {
            guest.store(CODE + i, bytes[i]);
        }
    }

    private static PortAccess access(boolean isInput, int width) {
        PortAccess access = new PortAccess();
        access.set(PORT, width, isInput, true, false);
        return access;
    }
}
