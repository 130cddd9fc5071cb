/** Address-space identifiers. */
package org.peaberry.arch.svm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AsidAllocatorTest {
    @Test
    void noIdentifierIsGivenTwiceInAGenerationAndNoneIsTheHosts() {
        AsidAllocator asids = new AsidAllocator(4);
        assertEquals(1, asids.allocate());
        assertEquals(2, asids.allocate());
        assertFalse(asids.isExhausted());
        assertEquals(3, asids.allocate());
        assertTrue(asids.isExhausted());
    }

    @Test
    void anExhaustedSetStartsAGeneration() {
        AsidAllocator asids = new AsidAllocator(2);
        asids.allocate();
        long before = asids.generation();
        assertEquals(1, asids.allocate());
        assertNotEquals(before, asids.generation());
    }

    @Test
    void aProcessorWithoutIdentifiersIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new AsidAllocator(1));
    }
}
