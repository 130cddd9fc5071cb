/** The emulated I/O APIC: masks, edges, levels and end of interrupt. */
package org.peaberry.kernel.interrupt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.peaberry.runtime.memory.SimulatedMemory;

class IoApicTest {
    private static final int LEVEL = 1 << 15;
    private static final int MASKED = 1 << 16;

    private final List<String> events = new ArrayList<>();
    private final ApicBus bus = new ApicBus(1, 1);
    private final LocalApic apic = newApic();
    private final IoApic ioApic = new IoApic(1, 0, 24, bus, new RecordingOwner());

    private LocalApic newApic() {
        SimulatedMemory.install();
        return new LocalApic(0, bus, new FakeApicOwner(), new FakeVirtualApic(0, false));
    }

    IoApicTest() {
        apic.write(ApicRegister.SPURIOUS_VECTOR, 0x1ff);
    }

    @Test
    void versionTellsTheNumberOfPins() {
        assertEquals(23, readRegister(1) >> 16 & 0xff);
    }

    @Test
    void maskedPinStaysSilent() {
        configure(4, MASKED | 0x41);
        ioApic.pulse(4);
        assertEquals(LocalApic.NO_VECTOR, apic.nextVector());
    }

    @Test
    void edgePinInterruptsOncePerRise() {
        configure(1, 0x41);
        ioApic.setLine(1, true);
        takeAndFinish(0x41);
        ioApic.setLine(1, true);
        assertEquals(LocalApic.NO_VECTOR, apic.nextVector(), "no new edge");
        ioApic.setLine(1, false);
        ioApic.setLine(1, true);
        takeAndFinish(0x41);
    }

    @Test
    void levelPinInterruptsAgainWhileAsserted() {
        configure(9, LEVEL | 0x42);
        ioApic.setLine(9, true);
        takeAndFinish(0x42);
        assertEquals(0x42, apic.nextVector(), "still asserted at the end of interrupt");
        apic.acknowledge(0x42);
        ioApic.setLine(9, false);
        apic.write(ApicRegister.END_OF_INTERRUPT, 0);
        assertEquals(LocalApic.NO_VECTOR, apic.nextVector());
        assertTrue(events.contains("eoi 9"));
    }

    @Test
    void levelAssertedWhileMaskedIsDeliveredOnUnmask() {
        configure(10, LEVEL | MASKED | 0x43);
        ioApic.setLine(10, true);
        configure(10, LEVEL | 0x43);
        takeAndFinish(0x43);
    }

    @Test
    void ownerHearsOfConfigurationAndMasking() {
        configure(4, 0x44);
        configure(4, MASKED | 0x44);
        assertEquals(List.of("configured 4 edge", "masked 4"), events);
    }

    private void takeAndFinish(int vector) {
        assertEquals(vector, apic.nextVector());
        apic.acknowledge(vector);
        apic.write(ApicRegister.END_OF_INTERRUPT, 0);
    }

    private void configure(int pin, int low) {
        writeRegister(0x11 + 2 * pin, 0);
        writeRegister(0x10 + 2 * pin, low);
    }

    private int readRegister(int register) {
        ioApic.write(IoApic.INDEX, register);
        return ioApic.read(IoApic.WINDOW);
    }

    private void writeRegister(int register, int value) {
        ioApic.write(IoApic.INDEX, register);
        ioApic.write(IoApic.WINDOW, value);
    }

    private final class RecordingOwner implements IoApicOwner {
        @Override
        public void pinConfigured(int gsi, boolean levelTriggered, boolean activeLow) {
            events.add("configured " + gsi + (levelTriggered ? " level" : " edge"));
        }

        @Override
        public void pinMasked(int gsi) {
            events.add("masked " + gsi);
        }

        @Override
        public void pinEndOfInterrupt(int gsi) {
            events.add("eoi " + gsi);
        }
    }
}
