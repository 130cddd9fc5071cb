/** Device interrupts between the machine's I/O APIC and dom0's. */
package org.peaberry.kernel.interrupt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peaberry.arch.apic.InterruptLines;
import org.peaberry.arch.apic.Vector;
import org.peaberry.runtime.memory.SimulatedMemory;
import org.peaberry.runtime.unboxed.Address;

/** The real I/O APIC is a page of memory: its window shows what was written last. */
class DeviceInterruptsTest {
    private static final long PAGE = 0xffff_82c0_0000_0000L;
    private static final int WINDOW = 0x10;
    private static final int MASKED = 1 << 16;
    private static final int LAST_PIN = 23 << 16;
    private static final int LINE = 9;

    private final List<String> events = new ArrayList<>();
    private final SimulatedMemory memory = SimulatedMemory.install();
    private InterruptLines lines;
    private DeviceInterrupts interrupts;

    @BeforeEach
    void wire() {
        memory.map(PAGE, 4096);
        memory.storeInt(PAGE + WINDOW, LAST_PIN);
        lines = new InterruptLines(new org.peaberry.arch.apic.IoApic[] {new org.peaberry.arch.apic.IoApic(Address.of(PAGE), 0)});
        interrupts = new DeviceInterrupts(lines, new DeviceInterrupts.Ends() {
            @Override
            public void endOfInterrupt() {
                events.add(isMasked() ? "end, masked" : "end");
            }

            @Override
            public void setLine(int gsi, boolean asserted) {
                events.add((asserted ? "raise " : "lower ") + gsi);
            }
        }, 0);
    }

    private boolean isMasked() {
        return (memory.loadInt(PAGE + WINDOW) & MASKED) != 0;
    }

    @Test
    void levelIsMaskedUntilDom0HasFinished() {
        interrupts.pinConfigured(LINE, true, false);
        assertFalse(isMasked());
        interrupts.handle(Vector.DEVICE_FIRST);
        assertEquals(List.of("end, masked", "raise 9"), events);
        interrupts.pinEndOfInterrupt(LINE);
        assertEquals("lower 9", events.get(2));
        assertFalse(isMasked());
    }

    @Test
    void edgeIsAPulse() {
        interrupts.pinConfigured(LINE, false, false);
        interrupts.handle(Vector.DEVICE_FIRST);
        assertEquals(List.of("end", "raise 9", "lower 9"), events);
        assertFalse(isMasked());
    }

    @Test
    void pinThatDom0MasksStaysMaskedAfterTheEnd() {
        interrupts.pinConfigured(LINE, true, true);
        interrupts.handle(Vector.DEVICE_FIRST);
        interrupts.pinMasked(LINE);
        interrupts.pinEndOfInterrupt(LINE);
        assertTrue(isMasked());
        interrupts.pinConfigured(LINE, true, true);
        assertFalse(isMasked());
    }

    @Test
    void pinThatIsStillAssertedIsNotOpenedByDom0() {
        interrupts.pinConfigured(LINE, true, false);
        interrupts.handle(Vector.DEVICE_FIRST);
        interrupts.pinMasked(LINE);
        interrupts.pinConfigured(LINE, true, false);
        assertTrue(isMasked());
    }

    @Test
    void reservedAndMissingLinesAreOutOfReach() {
        interrupts.reserve(4);
        interrupts.pinConfigured(4, false, false);
        interrupts.pinConfigured(200, false, false);
        interrupts.pinConfigured(-1, false, false);
        assertEquals(InterruptLines.NO_LINE, lines.lineOf(Vector.DEVICE_FIRST));
    }

    @Test
    void interruptOfNoLineIsOnlyEnded() {
        interrupts.handle(0x90);
        assertEquals(1, events.size());
    }
}
