/** Page tables over simulated memory. */
package org.peaberry.arch.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.peaberry.runtime.unboxed.HostFrame;
import org.peaberry.runtime.unboxed.PhysicalAddress;

class PageTableTest {
    private static final long KIB4 = 4L << 10;
    private static final long MIB2 = 2L << 20;
    private static final long GIB1 = 1L << 30;

    private final SimulatedFrames frames = new SimulatedFrames(64);

    @Test
    void aSmallMappingUsesOneTableOfEachLevel() {
        PageTable table = table(PageTable.LEVEL_1G);
        assertTrue(table.map(0xffff_8300_0000_1000L, PhysicalAddress.of(0x5000), KIB4, Access.READ_WRITE));
        assertEquals(4, frames.used());
        assertEquals(HostFrame.of(5), table.frame(0xffff_8300_0000_1fffL));
        assertEquals(Access.READ_WRITE, table.access(0xffff_8300_0000_1000L));
        assertFalse(table.isMapped(0xffff_8300_0000_2000L));
        assertFalse(table.isMapped(0xffff_8300_0000_0fffL));
    }

    @Test
    void theLargestPagesThatFitAreUsed() {
        PageTable table = table(PageTable.LEVEL_1G);
        assertTrue(table.map(MIB2 - KIB4, PhysicalAddress.of(MIB2 - KIB4), 2 * GIB1, Access.ALL));
        assertEquals(PageTable.LEVEL_4K, table.leafLevel(MIB2 - KIB4));
        assertEquals(PageTable.LEVEL_2M, table.leafLevel(MIB2));
        assertEquals(PageTable.LEVEL_1G, table.leafLevel(GIB1));
        assertEquals(PageTable.LEVEL_4K, table.leafLevel(2 * GIB1 + MIB2 - 2 * KIB4));
        assertFalse(table.isMapped(2 * GIB1 + MIB2 - KIB4));
    }

    @Test
    void gigabytePagesAreNotUsedWhereTheProcessorHasNone() {
        PageTable table = table(PageTable.LEVEL_2M);
        assertTrue(table.map(0, PhysicalAddress.zero(), GIB1, Access.ALL));
        assertEquals(PageTable.LEVEL_2M, table.leafLevel(GIB1 - 1));
    }

    @Test
    void misalignedMemoryIsMappedWithSmallPages() {
        PageTable table = table(PageTable.LEVEL_1G);
        assertTrue(table.map(0, PhysicalAddress.of(KIB4), MIB2, Access.READ));
        assertEquals(PageTable.LEVEL_4K, table.leafLevel(0));
        assertEquals(HostFrame.of(512), table.frame(MIB2 - 1));
    }

    @Test
    void unmappingInsideALargePageSplitsItAndKeepsTheRest() {
        PageTable table = table(PageTable.LEVEL_1G);
        assertTrue(table.map(0, PhysicalAddress.zero(), GIB1, Access.READ_EXECUTE));
        assertTrue(table.unmap(MIB2, KIB4));
        assertFalse(table.isMapped(MIB2));
        assertEquals(HostFrame.of(MIB2 / KIB4 + 1), table.frame(MIB2 + KIB4));
        assertEquals(HostFrame.of(0), table.frame(0));
        assertEquals(Access.READ_EXECUTE, table.access(GIB1 - 1));
        assertEquals(PageTable.LEVEL_2M, table.leafLevel(0));
    }

    @Test
    void aLargePageOverTablesGivesThemBack() {
        PageTable table = table(PageTable.LEVEL_1G);
        assertTrue(table.map(KIB4, PhysicalAddress.of(KIB4), KIB4, Access.READ));
        assertTrue(table.map(0, PhysicalAddress.zero(), GIB1, Access.READ));
        assertEquals(2, frames.used());
    }

    @Test
    void destroyingGivesAllFramesBack() {
        PageTable table = table(PageTable.LEVEL_1G);
        table.map(KIB4, PhysicalAddress.of(KIB4), 2 * GIB1, Access.READ);
        table.destroy();
        assertEquals(0, frames.used());
    }

    @Test
    void exhaustedFramesAreReportedAndNothingElseBreaks() {
        PageTable table = new PageTable(LongModeFormat.NESTED, new SimulatedFrames(3), PageTable.LEVEL_2M);
        assertFalse(table.map(0, PhysicalAddress.zero(), KIB4, Access.ALL));
        assertFalse(table.isMapped(0));
        assertTrue(table.map(0, PhysicalAddress.zero(), MIB2, Access.ALL));
        assertFalse(table.unmap(0, KIB4));
        assertTrue(table.isMapped(0));
    }

    @Test
    void rangesThatAreNotWholePagesOrLeaveTheTreeAreRefused() {
        PageTable table = table(PageTable.LEVEL_1G);
        assertThrows(IllegalArgumentException.class, () -> table.map(1, PhysicalAddress.zero(), KIB4, Access.ALL));
        assertThrows(IllegalArgumentException.class, () -> table.map(0, PhysicalAddress.zero(), 0, Access.ALL));
        assertThrows(IllegalArgumentException.class, () -> table.unmap(-KIB4, 2 * KIB4));
        assertTrue(table.map(-KIB4, PhysicalAddress.zero(), KIB4, Access.ALL));
    }

    @Test
    void entriesAreThoseOfTheManual() {
        PhysicalAddress memory = PhysicalAddress.of(0x1_2345_6000L);
        assertEquals(0x8000_0001_2345_6163L, LongModeFormat.HOST.leaf(memory, 1, Access.READ_WRITE));
        assertEquals(0x0000_0000_0020_01A1L, LongModeFormat.HOST.leaf(PhysicalAddress.of(0x20_0000), 2, Access.READ_EXECUTE));
        assertEquals(0x8000_0000_FEE0_017BL, LongModeFormat.HOST.leaf(PhysicalAddress.of(0xFEE0_0000L), 1, Access.DEVICE));
        assertEquals(0x0000_0001_2345_6067L, LongModeFormat.NESTED.leaf(memory, 1, Access.ALL));
        assertEquals(0x0000_0000_0000_5007L, LongModeFormat.NESTED.table(HostFrame.of(5)));
    }

    record Change(int page, int count, int frame, int access) {
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<Integer> page = Arbitraries.oneOf(Arbitraries.integers().between(0, 2047), Arbitraries.of(0, 512, 1024));
        Arbitrary<Integer> count = Arbitraries.of(1, 2, 511, 512, 513, 1024);
        Arbitrary<Integer> frame = Arbitraries.of(0, 1, 512, 1536);
        Arbitrary<Integer> access = Arbitraries.of(Access.NONE, Access.READ, Access.ALL, Access.READ_WRITE, Access.DEVICE);
        return Combinators.combine(page, count, frame, access).as(Change::new).list().ofMaxSize(12);
    }

    /** The reference is a map from page to frame and access; page 1024 is at 1 GiB less 2 MiB so that ranges cross all levels. */
    @Property(tries = 60)
    void anySequenceOfChangesLeavesWhatAMapOfSinglePagesWouldHold(@ForAll("changes") List<Change> changes) {
        PageTable table = new PageTable(LongModeFormat.NESTED, new SimulatedFrames(64), PageTable.LEVEL_1G);
        long base = GIB1 - 1024 * KIB4;
        Map<Integer, long[]> expected = new TreeMap<>();
        for (Change change : changes) {
            long from = base + change.page * KIB4;
            if (change.access == Access.NONE) {
                assertTrue(table.unmap(from, change.count * KIB4));
            } else {
                assertTrue(table.map(from, HostFrame.of(change.frame).address(), change.count * KIB4, change.access));
            }
            for (int i = 0; i < change.count; i++) {
                expected.put(change.page + i, new long[] {change.frame + i, change.access});
            }
        }
        List<String> differences = new ArrayList<>();
        for (int page = 0; page < 3100; page++) {
            long[] want = expected.getOrDefault(page, new long[2]);
            long address = base + page * KIB4;
            boolean same = table.access(address) == want[1]
                    && (want[1] == 0 || table.frame(address).equals(HostFrame.of(want[0])));
            if (!same) {
                differences.add("page " + page);
            }
        }
        assertEquals(List.of(), differences);
    }

    private PageTable table(int largestLeaf) {
        return new PageTable(LongModeFormat.HOST, frames, largestLeaf);
    }

}
