/** Walks of guest page tables of every format over simulated memory. */
package org.peaberry.arch.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Cr4;
import org.peaberry.arch.cpu.Efer;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.virtualization.SimulatedGuest;
import org.peaberry.runtime.unboxed.GuestVirtualAddress;

class GuestPageWalkTest {
    private static final long ROOT = 0x1000;
    private static final long SECOND = 0x2000;
    private static final long THIRD = 0x3000;
    private static final long FOURTH = 0x4000;
    private static final long PAGE = 0x9000;
    private static final long P = GuestPageEntry.PRESENT;
    private static final long W = GuestPageEntry.WRITABLE;
    private static final long U = GuestPageEntry.USER;
    private static final long A = GuestPageEntry.ACCESSED;
    private static final long D = GuestPageEntry.DIRTY;
    private static final long LARGE = GuestPageEntry.LARGE;
    private static final long NX = GuestPageEntry.NO_EXECUTE;
    private static final long FAULT = GuestPageWalk.FAULT;

    private final SimulatedGuest guest = new SimulatedGuest();
    private final GuestPageWalk walk = new GuestPageWalk(guest.cpu);

    @Test
    void withoutPagingLinearIsPhysical() {
        assertEquals(0x12345, translate(0x12345, PageAccess.READ));
        assertEquals(0x7fff_f123L, translate(0x1_7fff_f123L, PageAccess.WRITE));
    }

    @Test
    void fourLevelsLeadToASmallPage() {
        longMode(0x8000_1234_5000L, P | W, P | W | U);
        assertEquals(FAULT, translate(0x8000_1234_5678L, PageAccess.READ));
        longMode(0xffff_8000_1234_5000L, P | W, P | W);
        assertEquals(PAGE + 0x678, translate(0xffff_8000_1234_5678L, PageAccess.WRITE));
    }

    @Test
    void accessedAndDirtyBitsAreSetAsTheProcessorDoes() {
        longMode(0x40_0000L, P | W | U, P | W | U);
        translate(0x40_0000L, PageAccess.READ);
        assertEquals(0, entryOf(FOURTH, 0) & D);
        assertEquals(A, entryOf(FOURTH, 0) & A);
        assertEquals(A, entryOf(ROOT, 0) & A);
        translate(0x40_0000L, PageAccess.WRITE);
        assertEquals(D, entryOf(FOURTH, 0) & D);
        assertEquals(0, entryOf(THIRD, 2) & D);
    }

    @Test
    void largePagesEndTheWalkEarly() {
        guest.enterLongMode(ROOT);
        entry(ROOT, 0, SECOND | P | W);
        entry(SECOND, 0, THIRD | P | W);
        entry(SECOND, 1, 0xC000_0000L | P | W | LARGE);
        entry(THIRD, 3, 0x20_0000L | P | W | LARGE | NX);
        assertEquals(0x21_2345, translate(0x61_2345L, PageAccess.WRITE));
        assertEquals(0xC765_4321L, translate(0x4765_4321L, PageAccess.READ));
        assertEquals(FAULT, translate(0x61_2345L, PageAccess.FETCH));
        assertEquals(PageAccess.FETCH | PageAccess.PRESENT, walk.errorCode());
    }

    @Test
    void rightsAreThoseThatEveryLevelGives() {
        longMode(0x40_0000L, P | U, P | W | U);
        assertEquals(PAGE, translate(0x40_0000L, PageAccess.USER));
        assertEquals(FAULT, translate(0x40_0000L, PageAccess.USER | PageAccess.WRITE));
        assertEquals(PageAccess.PRESENT | PageAccess.USER | PageAccess.WRITE, walk.errorCode());
        assertEquals(FAULT, translate(0x40_0000L, PageAccess.WRITE));
        guest.cpu.cr0(guest.cpu.cr0() & ~Cr0.WRITE_PROTECT);
        assertEquals(PAGE, translate(0x40_0000L, PageAccess.WRITE));
    }

    @Test
    void aMissingPageHasAnErrorCodeWithoutThePresentBit() {
        longMode(0x40_0000L, P | W | U, 0);
        assertEquals(FAULT, translate(0x40_0000L, PageAccess.USER | PageAccess.WRITE));
        assertEquals(PageAccess.USER | PageAccess.WRITE, walk.errorCode());
    }

    @Test
    void supervisorAndUserAreKeptApart() {
        longMode(0x40_0000L, P | W | U, P | W);
        assertEquals(FAULT, translate(0x40_0000L, PageAccess.USER));
        assertEquals(PAGE, translate(0x40_0000L, PageAccess.READ));
        guest.privilege(3);
        assertTrue(GuestPageWalk.isFault(walk.translateForGuest(GuestVirtualAddress.of(0x40_0000L), PageAccess.READ)));
        guest.privilege(0);
        assertFalse(GuestPageWalk.isFault(walk.translateForGuest(GuestVirtualAddress.of(0x40_0000L), PageAccess.READ)));
    }

    @Test
    void supervisorAccessPreventionYieldsToTheAlignmentFlag() {
        longMode(0x40_0000L, P | W | U, P | W | U);
        guest.cpu.cr4(guest.cpu.cr4() | Cr4.SUPERVISOR_ACCESS_PREVENTION | Cr4.SUPERVISOR_EXECUTION_PREVENTION);
        assertEquals(FAULT, translate(0x40_0000L, PageAccess.READ));
        assertEquals(FAULT, translate(0x40_0000L, PageAccess.FETCH));
        guest.cpu.rflags(guest.cpu.rflags() | Rflags.ALIGNMENT_CHECK);
        assertEquals(PAGE, translate(0x40_0000L, PageAccess.WRITE));
        assertEquals(FAULT, translate(0x40_0000L, PageAccess.FETCH));
        assertEquals(PAGE, translate(0x40_0000L, PageAccess.FETCH | PageAccess.USER));
    }

    @Test
    void fiveLevelsAreWalked() {
        guest.enterLongMode(0x5000);
        guest.cpu.cr4(guest.cpu.cr4() | Cr4.FIVE_LEVEL_PAGING);
        entry(0x5000, 0x110, ROOT | P | W);
        entry(ROOT, 0, SECOND | P | W);
        entry(SECOND, 0, THIRD | P | W);
        entry(THIRD, 0, FOURTH | P | W);
        entry(FOURTH, 5, PAGE | P | W);
        assertEquals(PAGE + 1, translate(0xff10_0000_0000_5001L, PageAccess.READ));
    }

    @Test
    void paeDirectoryPointersHaveNoRightsAndMayCarryAccessedBits() {
        guest.cpu.cr0(Cr0.PROTECTION | Cr0.PAGING | Cr0.WRITE_PROTECT);
        guest.cpu.cr4(Cr4.PHYSICAL_ADDRESS_EXTENSION);
        guest.cpu.cr3(ROOT | 0x20);
        entry(ROOT + 0x20, 3, SECOND | P | A);
        entry(SECOND, 0x1FF, THIRD | P | W | U);
        entry(THIRD, 0x1FF, PAGE | P | W | U | NX);
        assertEquals(PAGE + 0xfff, translate(0xffff_ffffL, PageAccess.WRITE | PageAccess.USER));
        assertEquals(SECOND | P | A, entryOf(ROOT + 0x20, 3));
        assertEquals(PAGE + 0xfff, translate(0xffff_ffffL, PageAccess.FETCH));
        guest.cpu.efer(Efer.NO_EXECUTE);
        assertEquals(FAULT, translate(0xffff_ffffL, PageAccess.FETCH));
    }

    @Test
    void twoLevelTablesMapFourMegabytesOnlyWithPageSizeExtensions() {
        guest.cpu.cr0(Cr0.PROTECTION | Cr0.PAGING);
        guest.cpu.cr3(ROOT);
        guest.store(ROOT + 4 * 0x300, bytes(SECOND | P | W | LARGE));
        guest.store(SECOND + 4 * 5, bytes(PAGE | P | W));
        assertEquals(PAGE + 0x678, translate(0xC000_5678L, PageAccess.WRITE));
        guest.cpu.cr4(Cr4.PAGE_SIZE_EXTENSIONS);
        guest.store(ROOT + 4 * 0x300, bytes(0x0040_0000L | 3L << 13 | P | W | LARGE));
        assertEquals(0x3_0040_5678L, translate(0xC000_5678L, PageAccess.READ));
    }

    @Test
    void tablesOutsideOfRamAreAFaultAndNoHostAccess() {
        guest.enterLongMode(SimulatedGuest.RAM + 0x1000);
        assertEquals(FAULT, translate(0x1000, PageAccess.READ));
    }

    private long translate(long address, int access) {
        return walk.translate(GuestVirtualAddress.of(address), access).toLong();
    }

    /** Tables for one page; the upper levels have the first rights, the leaf the second. */
    private void longMode(long address, long upper, long leaf) {
        guest.enterLongMode(ROOT);
        entry(ROOT, (int) (address >>> 39 & 511), SECOND | upper);
        entry(SECOND, (int) (address >>> 30 & 511), THIRD | P | W | U);
        entry(THIRD, (int) (address >>> 21 & 511), FOURTH | P | W | U);
        entry(FOURTH, (int) (address >>> 12 & 511), leaf == 0 ? 0 : PAGE | leaf);
    }

    private void entry(long table, int index, long value) {
        guest.storeLong(table + index * 8L, value);
    }

    private long entryOf(long table, int index) {
        return guest.loadLong(table + index * 8L);
    }

    private static int[] bytes(long word) {
        return new int[] {(int) word & 0xff, (int) (word >> 8) & 0xff, (int) (word >> 16) & 0xff, (int) (word >> 24) & 0xff};
    }
}
