/** Local APICs of both kinds, I/O APIC and the lines of the machine. */
package org.peaberry.arch.apic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peaberry.arch.cpu.Msr;
import org.peaberry.arch.cpu.SimulatedProcessor;
import org.peaberry.runtime.memory.Memory;
import org.peaberry.runtime.memory.SimulatedMemory;
import org.peaberry.runtime.unboxed.Address;

class ApicTest {
    private static final long BASE = 0xffff_82c0_0000_0000L;

    private SimulatedProcessor processor;

    @BeforeEach
    void installMachine() {
        SimulatedMemory.install().map(BASE, 4096);
        processor = SimulatedProcessor.install();
        processor.writeMsr(Msr.APIC_BASE, 0xFEE0_0100L);
    }

    /** An I/O APIC whose registers are an array. */
    private static final class SimulatedIoApic extends IoApic {
        int[] registers;

        SimulatedIoApic(int firstLine) {
            super(Address.of(BASE), firstLine);
        }

        @Override
        int read(int register) {
            return register == 1 ? 23 << 16 | 0x20 : registers()[register];
        }

        @Override
        void write(int register, int value) {
            registers()[register] = value;
        }

        private int[] registers() {
            if (registers == null) {
                registers = new int[0x40];
            }
            return registers;
        }
    }

    @Test
    void enablingTheMemoryMappedApicMasksAllButNmiAndErrors() {
        Memory.storeInt(BASE + 0x30, 5 << 16 | 0x14);
        Memory.storeInt(BASE + 0x20, 3 << 24);
        LocalApic apic = new MemoryMappedApic(Address.of(BASE));
        apic.enable();
        assertEquals(0xFEE0_0900L, processor.readMsr(Msr.APIC_BASE));
        assertEquals(0x1FF, Memory.loadInt(BASE + 0xF0));
        assertEquals(0x10000, Memory.loadInt(BASE + 0x320));
        assertEquals(0x10000, Memory.loadInt(BASE + 0x330));
        assertEquals(0x10000, Memory.loadInt(BASE + 0x350));
        assertEquals(0x400, Memory.loadInt(BASE + 0x360));
        assertEquals(0xFE, Memory.loadInt(BASE + 0x370));
        assertEquals(3, apic.id());
    }

    @Test
    void inServiceBitsAreFoundInTheirRegister() {
        LocalApic apic = new MemoryMappedApic(Address.of(BASE));
        Memory.storeInt(BASE + 0x100 + 0x70, 1 << 16);
        assertTrue(apic.isInService(0xF0));
        assertFalse(apic.isInService(0xF1));
    }

    @Test
    void messagesNameVectorAndReceiver() {
        new MemoryMappedApic(Address.of(BASE)).interrupt(2, Vector.WAKE_UP);
        assertEquals(2 << 24, Memory.loadInt(BASE + 0x310));
        assertEquals(0x40F1, Memory.loadInt(BASE + 0x300));
        new MsrApic().interrupt(0x1_0001, Vector.WAKE_UP);
        assertEquals(0x0001_0001_0000_40F1L, processor.readMsr(0x830));
    }

    @Test
    void theMsrApicIsSwitchedOnInTwoStepsAndUsesTheRegistersNumbers() {
        processor.writeMsr(0x803, 4 << 16);
        processor.writeMsr(0x802, 0x1234);
        LocalApic apic = new MsrApic();
        apic.enable();
        assertEquals(0xFEE0_0D00L, processor.readMsr(Msr.APIC_BASE));
        assertEquals(0x1FFL, processor.readMsr(0x80F));
        assertEquals(0x1234, apic.id());
    }

    @Test
    void routingWritesTheWholeEntryMasked() {
        SimulatedIoApic ioApic = new SimulatedIoApic(24);
        assertEquals(24, ioApic.pins());
        ioApic.route(5, 0x31, true, true, 2);
        assertEquals(0x1_A031, ioApic.registers[0x1A]);
        assertEquals(2 << 24, ioApic.registers[0x1B]);
        ioApic.unmask(5);
        assertEquals(0xA031, ioApic.registers[0x1A]);
        ioApic.mask(5);
        assertEquals(0x1_A031, ioApic.registers[0x1A]);
    }

    @Test
    void eachLineKeepsItsVectorAndIsFoundByIt() {
        InterruptLines lines = new InterruptLines(new IoApic[] {new SimulatedIoApic(0), new SimulatedIoApic(24)});
        int first = lines.route(9, true, false, 0);
        int second = lines.route(30, true, true, 0);
        assertEquals(Vector.DEVICE_FIRST, first);
        assertEquals(first, lines.route(9, true, false, 1));
        assertEquals(30, lines.lineOf(second));
        assertEquals(InterruptLines.NO_LINE, lines.lineOf(second + 1));
        assertEquals(-1, lines.route(48, true, true, 0));
        assertFalse(lines.exists(-1));
    }
}
