/** Guest frames to host frames, by pages of every size. */
package org.peaberry.arch.virtualization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.peaberry.arch.paging.Access;
import org.peaberry.arch.paging.LongModeFormat;
import org.peaberry.arch.paging.PageTable;
import org.peaberry.arch.paging.TableFrames;
import org.peaberry.runtime.memory.SimulatedMemory;
import org.peaberry.runtime.unboxed.GuestFrame;
import org.peaberry.runtime.unboxed.HostFrame;

class NestedPageTableTest {
    private final SimulatedHostMemory frames;
    private final NestedPageTable nested;

    NestedPageTableTest() {
        SimulatedMemory.install();
        frames = new SimulatedHostMemory(32);
        nested = new NestedPageTable(LongModeFormat.NESTED, frames, PageTable.LEVEL_1G);
    }

    @Test
    void aMappingKeepsItsOrderAndAccess() {
        assertEquals(NestedPageTable.ORDER_1G, nested.largestOrder());
        assertTrue(nested.map(GuestFrame.zero(), HostFrame.of(1 << 18), NestedPageTable.ORDER_1G, Access.ALL));
        assertTrue(nested.map(GuestFrame.of(1 << 18), HostFrame.of(1 << 9), NestedPageTable.ORDER_2M, Access.READ));
        assertEquals(NestedPageTable.ORDER_1G, nested.order(GuestFrame.of(12345)));
        assertEquals(HostFrame.of((1 << 18) + 12345), nested.lookup(GuestFrame.of(12345)));
        assertEquals(NestedPageTable.ORDER_2M, nested.order(GuestFrame.of((1 << 18) + 511)));
        assertEquals(Access.READ, nested.access(GuestFrame.of(1 << 18)));
    }

    @Test
    void takingAFrameOutSplitsTheLargePageAroundIt() {
        nested.map(GuestFrame.zero(), HostFrame.of(1 << 9), NestedPageTable.ORDER_2M, Access.ALL);
        assertTrue(nested.unmap(GuestFrame.of(7), NestedPageTable.ORDER_4K));
        assertEquals(TableFrames.NONE, nested.lookup(GuestFrame.of(7)).toLong());
        assertEquals(Access.NONE, nested.access(GuestFrame.of(7)));
        assertEquals(-1, nested.order(GuestFrame.of(7)));
        assertEquals(HostFrame.of((1 << 9) + 8), nested.lookup(GuestFrame.of(8)));
        assertEquals(NestedPageTable.ORDER_4K, nested.order(GuestFrame.of(8)));
    }

    @Test
    void aFlushIsSeenByEveryoneWhoRemembersTheGeneration() {
        long before = nested.generation();
        nested.flush();
        assertNotEquals(before, nested.generation());
    }

    @Test
    void destroyGivesAllTablesBack() {
        nested.map(GuestFrame.of(5), HostFrame.of(6), NestedPageTable.ORDER_4K, Access.ALL);
        nested.destroy();
        assertEquals(0, frames.used());
    }
}
