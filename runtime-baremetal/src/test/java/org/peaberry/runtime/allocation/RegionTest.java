/** Regions: what is taken never overlaps and never passes the end. */
package org.peaberry.runtime.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.peaberry.runtime.unboxed.Address;

class RegionTest {
    private final Region region = new Region();

    @Test
    void anEmptyRegionGivesNothing() {
        assertTrue(region.take(8).isZero());
    }

    @Test
    void piecesFollowEachOther() {
        region.refill(Address.of(0x1000), 64);
        assertEquals(0x1000, region.take(24).toLong());
        assertEquals(0x1018, region.take(40).toLong());
        assertEquals(0, region.remaining());
    }

    @Test
    void whatDoesNotFitTakesNothing() {
        region.refill(Address.of(0x1000), 64);
        assertTrue(region.take(72).isZero());
        assertTrue(region.take(Long.MAX_VALUE).isZero());
        assertEquals(64, region.remaining());
        assertEquals(0x1000, region.take(64).toLong());
    }
}
