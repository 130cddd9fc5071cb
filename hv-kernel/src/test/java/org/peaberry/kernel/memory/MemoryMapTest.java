/** Memory maps: later ranges win, neighbours join. */
package org.peaberry.kernel.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MemoryMapTest {
    private static final int SPACE = 64;

    record Change(int start, int length, MemoryKind kind) {
    }

    @Test
    void reservedRangeSplitsRam() {
        MemoryMap map = new MemoryMap();
        map.set(0, 100, MemoryKind.RAM);
        map.set(40, 60, MemoryKind.RESERVED);
        assertEquals(3, map.count());
        assertEquals(80, map.bytesOf(MemoryKind.RAM));
        assertEquals(60, map.start(2));
    }

    @Test
    void neighboursOfOneKindBecomeOneRange() {
        MemoryMap map = new MemoryMap();
        map.set(0, 10, MemoryKind.RAM);
        map.set(20, 30, MemoryKind.RAM);
        map.set(10, 20, MemoryKind.RAM);
        assertEquals(1, map.count());
        assertEquals(30, map.endOf(MemoryKind.RAM));
    }

    @Property(tries = 300)
    void everyAddressHasTheKindSetLast(@ForAll("changes") List<Change> changes) {
        MemoryMap map = new MemoryMap();
        MemoryKind[] expected = new MemoryKind[SPACE];
        for (Change change : changes) {
            int end = Math.min(SPACE, change.start + change.length);
            map.set(change.start, end, change.kind);
            for (int i = change.start; i < end; i++) {
                expected[i] = change.kind;
            }
        }
        for (int i = 0; i < SPACE; i++) {
            assertEquals(expected[i], map.kindAt(i), "at " + i);
        }
        assertNull(map.kindAt(SPACE));
        for (int i = 1; i < map.count(); i++) {
            assertTrue(map.end(i - 1) <= map.start(i));
            assertTrue(map.end(i - 1) < map.start(i) || map.kind(i - 1) != map.kind(i), "neighbours not joined");
        }
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Combinators.combine(Arbitraries.integers().between(0, SPACE - 1), Arbitraries.integers().between(0, SPACE / 2),
                Arbitraries.of(MemoryKind.class)).as(Change::new).list().ofMaxSize(20);
    }
}
