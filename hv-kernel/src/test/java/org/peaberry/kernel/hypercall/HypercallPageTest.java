/** The code that guests call through. */
package org.peaberry.kernel.hypercall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.peaberry.runtime.memory.SimulatedMemory;
import org.peaberry.runtime.unboxed.Address;

class HypercallPageTest {
    private static final Address PAGE = Address.of(0x10000);

    @Test
    void stubLoadsItsNumberAndCalls() {
        SimulatedMemory.install().map(PAGE.toLong(), SimulatedMemory.PAGE_SIZE);
        HypercallPage.fill(PAGE, HypercallInstruction.VMMCALL);
        assertEquals("b811000000" + "0f01d9" + "c3" + "cc", bytes(17 * 32, 10));
        assertEquals("0f0bcc", bytes(23 * 32, 3));
        HypercallPage.fill(PAGE, HypercallInstruction.VMCALL);
        assertEquals("0f01c1", bytes(5, 3));
    }

    private static String bytes(int offset, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(String.format("%02x", PAGE.loadByte(offset + i)));
        }
        return text.toString();
    }
}
