/** Typed pools: growth by whole frames, exhaustion, and what releasing wrongly does. */
package org.peaberry.runtime.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.peaberry.runtime.unboxed.Address;

class PoolTest {
    private static final int OBJECT_SIZE = 1024;
    private static final int PER_FRAME = FrameSource.FRAME_SIZE / OBJECT_SIZE;
    private static final int FRAMES = 2;

    private final Pool<Item> pool = new ItemPool(new FewFrames(FRAMES));

    @Test
    void itGrowsByAWholeFrameWhenItIsEmpty() {
        assertEquals(0, pool.size());
        pool.take();
        assertEquals(PER_FRAME, pool.size());
        assertEquals(1, pool.used());
    }

    @Test
    void exhaustedMemoryGivesNullAndLeavesThePoolUsable() {
        List<Item> taken = takeAll();
        assertEquals(FRAMES * PER_FRAME, taken.size());
        assertNull(pool.take());
        pool.release(taken.get(0));
        assertSame(taken.get(0), pool.take());
    }

    @Test
    void noObjectIsHandedOutTwice() {
        Set<Item> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        distinct.addAll(takeAll());
        assertEquals(FRAMES * PER_FRAME, distinct.size());
    }

    @Test
    void aDoubleReleaseIsAnExceptionAndThePoolStaysSound() {
        Item item = pool.take();
        pool.release(item);
        assertThrows(IllegalStateException.class, () -> pool.release(item));
        assertNotSame(pool.take(), pool.take());
        assertEquals(2, pool.used());
    }

    /** Whatever the order of taking and releasing, the pool agrees with a plain list about what is out. */
    @Property
    void thePoolCountsWhatIsOut(@ForAll List<Boolean> takes) {
        Pool<Item> own = new ItemPool(new FewFrames(FRAMES));
        List<Item> out = new ArrayList<>();
        for (boolean take : takes) {
            if (take) {
                Item item = own.take();
                assertEquals(out.size() == FRAMES * PER_FRAME, item == null);
                if (item != null) {
                    assertTrue(out.stream().noneMatch(other -> other == item));
                    out.add(item);
                }
            } else if (!out.isEmpty()) {
                own.release(out.remove(0));
            }
            assertEquals(out.size(), own.used());
        }
    }

    private List<Item> takeAll() {
        List<Item> taken = new ArrayList<>();
        for (Item item = pool.take(); item != null; item = pool.take()) {
            taken.add(item);
        }
        return taken;
    }

    private static final class Item extends PoolObject {
    }

    private static final class ItemPool extends Pool<Item> {
        ItemPool(FrameSource frames) {
            super(frames);
        }

        @Override
        protected Item construct() {
            return new Item();
        }

        @Override
        protected int objectSize() {
            return OBJECT_SIZE;
        }
    }

    /** A given number of frames, then none. */
    private static final class FewFrames implements FrameSource {
        private int left;

        FewFrames(int count) {
            left = count;
        }

        @Override
        public Address takeFrame() {
            return left == 0 ? Address.zero() : Address.of((long) left-- * FRAME_SIZE);
        }
    }
}
