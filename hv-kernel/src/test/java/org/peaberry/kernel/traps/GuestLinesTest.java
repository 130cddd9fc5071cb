/** A report of several lines about a vCPU: each line says whose it is. */
package org.peaberry.kernel.traps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.peaberry.arch.cpu.SimulatedPort;
import org.peaberry.arch.cpu.SimulatedProcessor;
import org.peaberry.arch.serial.SerialPort;
import org.peaberry.arch.serial.SerialSettings;
import org.peaberry.kernel.console.Console;
import org.peaberry.kernel.domain.TestMachine;

class GuestLinesTest {
    private final StringBuilder sent = new StringBuilder();
    private final TestMachine machine = new TestMachine();
    private final Console console = new Console(new SerialPort(SerialPort.COM1_BASE));

    /** A serial port that is always ready. */
    private final class Port implements SimulatedPort {
        private static final int SCRATCH = SerialPort.COM1_BASE + 7;
        private int scratch;

        @Override
        public int in(int port, int width) {
            return port == SCRATCH ? scratch : -1;
        }

        @Override
        public void out(int port, int width, int value) {
            if (port == SCRATCH) {
                scratch = value;
            } else if (port == SerialPort.COM1_BASE) {
                sent.append((char) value);
            }
        }
    }

    @Test
    void everyLineHasThePrefixOfItsVcpu() {
        SimulatedProcessor.install().attach(SerialPort.COM1_BASE, 8, new Port());
        console.port().open(SerialSettings.COM1);
        sent.setLength(0);
        GuestLines lines = new GuestLines(console);
        lines.of(machine.vcpu).print("one\ntwo\n");
        lines.of(machine.vcpu).print("three\n");
        assertEquals("(peaberry) d0v0: one\r\n(peaberry) d0v0: two\r\n(peaberry) d0v0: three\r\n", sent.toString());
    }
}
