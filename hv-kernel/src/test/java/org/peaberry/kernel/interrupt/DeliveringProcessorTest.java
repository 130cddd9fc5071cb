/** The local APIC on a processor that delivers interrupts by itself: what it must be told, and what it leaves to do. */
package org.peaberry.kernel.interrupt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peaberry.arch.virtualization.VirtualApic;
import org.peaberry.runtime.memory.SimulatedMemory;

class DeliveringProcessorTest {
    private static final int ENABLED = 0x1ff;
    private static final int LEVEL = 1 << 15;

    private final FakeApicOwner owner = new FakeApicOwner();
    private FakeVirtualApic processor;
    private ApicBus bus;
    private LocalApic apic;

    @BeforeEach
    void anEnabledApic() {
        SimulatedMemory.install();
        processor = new FakeVirtualApic(0, true);
        bus = new ApicBus(1, 1);
        apic = new LocalApic(0, bus, owner, processor);
        apic.write(ApicRegister.SPURIOUS_VECTOR, ENABLED);
        apic.publish();
    }

    /** What the processor does when it delivers: interrupt request to in service. Intel SDM vol. 3, section 30.2.2. */
    private void deliver(int vector) {
        VectorSet requests = new VectorSet(processor.registers(), ApicRegister.INTERRUPT_REQUEST);
        assertTrue(requests.contains(vector));
        requests.remove(vector);
        new VectorSet(processor.registers(), ApicRegister.IN_SERVICE).add(vector);
    }

    @Test
    void aRequestBelowTheOneInServiceIsToldAtOnce() {
        apic.request(0x61, false);
        apic.publish();
        assertEquals(0x61, processor.requested);
        deliver(0x61);
        int looks = owner.looks;
        apic.request(0x41, false);
        assertEquals(looks + 1, owner.looks, "the guest's end of 0x61 will not exit");
        assertEquals(1, owner.pendingSignals, "a guest that halts in its handler must not wake for it");
        apic.publish();
        assertEquals(0x41, processor.requested);
        assertEquals(0x61, processor.inService);
    }

    @Test
    void anApicThatIsSwitchedOffDeliversNothing() {
        apic.request(0x61, false);
        apic.write(ApicRegister.SPURIOUS_VECTOR, 0xff);
        apic.publish();
        assertEquals(0, processor.requested);
        apic.write(ApicRegister.SPURIOUS_VECTOR, ENABLED);
        apic.publish();
        assertEquals(0x61, processor.requested);
    }

    @Test
    void theGuestUsesX2ApicItselfOnlyInThatMode() {
        assertEquals(VirtualApic.Access.EMULATED, processor.access);
        apic.setMode(ApicMode.X2APIC);
        apic.publish();
        assertEquals(VirtualApic.Access.X2APIC, processor.access);
        apic.setMode(ApicMode.DISABLED);
        apic.publish();
        assertEquals(VirtualApic.Access.EMULATED, processor.access);
    }

    @Test
    void theEndOfALevelTriggeredInterruptReachesItsPin() {
        IoApic ioApic = new IoApic(1, 0, 24, bus, new SilentOwner());
        ioApic.write(IoApic.INDEX, 0x10 + 2 * 9);
        ioApic.write(IoApic.WINDOW, LEVEL | 0x42);
        int reports = processor.triggerReports;
        ioApic.setLine(9, true);
        apic.publish();
        assertEquals(reports + 1, processor.triggerReports);
        deliver(0x42);
        new VectorSet(processor.registers(), ApicRegister.IN_SERVICE).remove(0x42);
        apic.ended(0x42);
        assertEquals(0x42, apic.nextVector(), "the line is still asserted");
        apic.publish();
        assertEquals(reports + 1, processor.triggerReports, "its trigger mode is the same");
    }

    @Test
    void resetLeavesNothingBehind() {
        apic.request(0x61, true);
        apic.publish();
        apic.reset();
        apic.publish();
        assertEquals(0, processor.requested);
        assertEquals(0, processor.registers().read(ApicRegister.TRIGGER_MODE + (0x61 >> 5)));
    }

    private static final class SilentOwner implements IoApicOwner {
        @Override
        public void pinConfigured(int gsi, boolean levelTriggered, boolean activeLow) {
            // No device is behind the pin.
        }

        @Override
        public void pinMasked(int gsi) {
            // No device is behind the pin.
        }

        @Override
        public void pinEndOfInterrupt(int gsi) {
            // No device is behind the pin.
        }
    }
}
