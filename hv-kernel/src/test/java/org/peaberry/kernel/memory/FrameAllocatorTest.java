/** The buddy allocator and the reference counts of frames. */
package org.peaberry.kernel.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.peaberry.arch.paging.DirectMap;
import org.peaberry.runtime.unboxed.HostFrame;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FrameAllocatorTest {
    private static final long MEGABYTE = 1 << 20;
    private static final char DOMAIN = 3;

    private final SimulatedHost host = new SimulatedHost(8 * MEGABYTE);
    private final FrameAllocator allocator = host.allocator;

    @Test
    void lowMegabyteAndFrameTableAreNeverGivenOut() {
        long frames = 8 * MEGABYTE / HostFrame.SIZE;
        long table = FrameTable.bytesFor(frames) / HostFrame.SIZE;
        assertEquals(frames - MEGABYTE / HostFrame.SIZE - table, allocator.freeFrames());
        for (HostFrame f = take(0); !NoFrame.is(f); f = take(0)) {
            assertTrue(f.toLong() >= MEGABYTE / HostFrame.SIZE && f.toLong() < frames - table);
        }
        assertEquals(0, allocator.freeFrames());
    }

    @Test
    void releasedFrameIsZeroedWhenADomainHadIt() {
        HostFrame frame = allocator.allocate(0, FrameUse.DOMAIN, DOMAIN);
        DirectMap.addressOf(frame).store(8, 0x1234L);
        allocator.release(frame);
        assertEquals(0, DirectMap.addressOf(frame).loadLong(8));
    }

    @Test
    void frameReleasedTwiceIsDetected() {
        HostFrame frame = take(0);
        allocator.release(frame);
        assertThrows(IllegalStateException.class, () -> allocator.release(frame));
    }

    @Test
    void reservedFrameCannotBeReleased() {
        assertThrows(IllegalStateException.class, () -> allocator.release(HostFrame.of(1)));
        assertThrows(IndexOutOfBoundsException.class, () -> allocator.release(HostFrame.of(1L << 40)));
    }

    @Test
    void freedFrameIsNeverHandedOutWhileReferenced() {
        HostFrame frame = allocator.allocate(0, FrameUse.DOMAIN, DOMAIN);
        FrameReference reference = host.table().take(frame, DOMAIN);
        assertFalse(reference.isNone());
        allocator.release(frame);
        for (HostFrame other = take(0); !NoFrame.is(other); other = take(0)) {
            assertFalse(other.isEqualTo(frame));
        }
        allocator.release(reference);
        assertTrue(take(0).isEqualTo(frame));
    }

    @Test
    void referenceNeedsTheRightOwner() {
        HostFrame frame = allocator.allocate(0, FrameUse.DOMAIN, DOMAIN);
        assertTrue(host.table().take(frame, (char) 4).isNone());
        assertTrue(host.table().take(HostFrame.of(1), DOMAIN).isNone());
        assertTrue(host.table().take(HostFrame.of(-1), DOMAIN).isNone());
        allocator.release(frame);
        assertTrue(host.table().take(frame, DOMAIN).isNone());
    }

    @Test
    void limitIsKept() {
        HostFrame limit = HostFrame.of(3 * MEGABYTE / HostFrame.SIZE);
        int count = 0;
        for (HostFrame f = below(limit); !NoFrame.is(f); f = below(limit)) {
            assertTrue(f.plus(4).toLong() <= limit.toLong() && f.isAligned(4));
            count++;
        }
        assertEquals(2 * MEGABYTE / HostFrame.SIZE / 4, count);
    }

    @Test
    void contiguousRequestLeavesTheRestFree() {
        long before = allocator.freeFrames();
        HostFrame start = allocator.allocateContiguous(37, 4, FrameUse.HYPERVISOR, FrameOwner.NONE);
        assertTrue(start.isAligned(16));
        assertEquals(before - 37, allocator.freeFrames());
        assertTrue(NoFrame.is(allocator.allocateContiguous(0, 0, FrameUse.HYPERVISOR, FrameOwner.NONE)));
        assertTrue(NoFrame.is(allocator.allocateContiguous(1L << 40, 0, FrameUse.HYPERVISOR, FrameOwner.NONE)));
    }

    @Test
    void claimTakesExactlyTheRangeOrNothing() {
        long before = allocator.freeFrames();
        assertTrue(allocator.claim(HostFrame.of(0x303), 0x77, FrameUse.DOMAIN, DOMAIN));
        assertEquals(before - 0x77, allocator.freeFrames());
        assertEquals(FrameUse.NOT_ALLOCATED, useIfNotFree(0x302));
        assertEquals(FrameUse.DOMAIN, host.table().use(HostFrame.of(0x303)));
        assertEquals(FrameUse.DOMAIN, host.table().use(HostFrame.of(0x379)));
        assertEquals(FrameUse.NOT_ALLOCATED, useIfNotFree(0x37a));
        assertFalse(allocator.claim(HostFrame.of(0x2f0), 0x20, FrameUse.DOMAIN, DOMAIN));
        assertEquals(before - 0x77, allocator.freeFrames());
    }

    @Test
    void freeRunsEndAtAllocatedFrames() {
        allocator.claim(HostFrame.of(0x300), 1, FrameUse.HYPERVISOR, FrameOwner.NONE);
        HostFrame end = HostFrame.of(0x400);
        assertEquals(0x10, allocator.freeRunFrom(HostFrame.of(0x2f0), end));
        assertEquals(0xff, allocator.freeRunFrom(HostFrame.of(0x301), end));
        assertEquals(0x301, allocator.firstFree(HostFrame.of(0x300), end).toLong());
        assertEquals(0x100, allocator.firstFree(HostFrame.of(0), end).toLong());
    }

    @Property(tries = 60)
    void blocksNeverOverlapAndAllComeBack(@ForAll @Size(max = 60) List<@IntRange(min = 0, max = 31) Integer> steps) {
        FrameAllocator fresh = new SimulatedHost(4 * MEGABYTE).allocator;
        long all = fresh.freeFrames();
        List<long[]> held = new ArrayList<>();
        for (int step : steps) {
            if (step >= 24 && !held.isEmpty()) {
                long[] block = held.remove(step % held.size());
                fresh.release(HostFrame.of(block[0]), (int) block[1]);
            } else {
                HostFrame start = fresh.allocate(step % 8, FrameUse.HYPERVISOR, FrameOwner.NONE);
                if (!NoFrame.is(start)) {
                    held.add(new long[] {start.toLong(), step % 8});
                }
            }
            assertEquals(all - checkDisjoint(held), fresh.freeFrames());
        }
        for (long[] block : held) {
            fresh.release(HostFrame.of(block[0]), (int) block[1]);
        }
        assertEquals(all, fresh.freeFrames());
        assertFalse(NoFrame.is(fresh.allocate(8, FrameUse.HYPERVISOR, FrameOwner.NONE)), "buddies did not join");
    }

    private static long checkDisjoint(List<long[]> held) {
        Set<Long> frames = new HashSet<>();
        for (long[] block : held) {
            assertEquals(0, block[0] & (1L << block[1]) - 1, "alignment");
            for (long i = 0; i < 1L << block[1]; i++) {
                assertTrue(frames.add(block[0] + i), "frame handed out twice");
            }
        }
        return frames.size();
    }

    private FrameUse useIfNotFree(long frame) {
        FrameUse use = host.table().use(HostFrame.of(frame));
        return use == FrameUse.FREE ? FrameUse.NOT_ALLOCATED : use;
    }

    private HostFrame take(int order) {
        return allocator.allocate(order, FrameUse.HYPERVISOR, FrameOwner.NONE);
    }

    private HostFrame below(HostFrame limit) {
        return allocator.allocateBelow(limit, 2, FrameUse.HYPERVISOR, FrameOwner.NONE);
    }
}
