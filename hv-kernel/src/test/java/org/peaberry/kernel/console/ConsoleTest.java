/** The console: lines of the hypervisor start at the margin, dom0's text passes through. */
package org.peaberry.kernel.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peaberry.arch.cpu.SimulatedPort;
import org.peaberry.arch.cpu.SimulatedProcessor;
import org.peaberry.arch.serial.SerialPort;
import org.peaberry.arch.serial.SerialSettings;
import org.peaberry.kernel.options.LogLevel;
import org.peaberry.runtime.memory.SimulatedMemory;

class ConsoleTest {
    private static final int LINE_STATUS = SerialPort.COM1_BASE + 5;
    private static final int SCRATCH = SerialPort.COM1_BASE + 7;
    private static final int TRANSMITTER_EMPTY = 1 << 5;

    private final StringBuilder sent = new StringBuilder();
    private Console console;

    @BeforeEach
    void open() {
        SimulatedMemory.install();
        SimulatedProcessor.install().attach(SerialPort.COM1_BASE, 8, new SimulatedPort() {
            private int scratch;

            @Override
            public int in(int port, int width) {
                return port == SCRATCH ? scratch : port == LINE_STATUS ? TRANSMITTER_EMPTY : 0;
            }

            @Override
            public void out(int port, int width, int value) {
                if (port == SCRATCH) {
                    scratch = value;
                } else if (port == SerialPort.COM1_BASE) {
                    sent.append((char) value);
                }
            }
        });
        console = new Console(new SerialPort(SerialPort.COM1_BASE));
        console.port().open(SerialSettings.COM1);
        sent.setLength(0);
    }

    private void guest(String text) {
        text.chars().forEach(console::guest);
    }

    @Test
    void everyLineHasThePrefix() {
        console.info("one");
        console.error("two");
        assertEquals("(peaberry) one\r\n(peaberry) two\r\n", sent.toString());
    }

    @Test
    void unfinishedLineOfTheGuestIsBroken() {
        guest("login: ");
        console.warning("disk on fire");
        guest("root\n");
        console.warning("still");
        assertEquals("login: \r\n(peaberry) disk on fire\r\nroot\r\n(peaberry) still\r\n", sent.toString());
    }

    @Test
    void messagesBeyondTheLevelAreNotWritten() {
        console.debug("no");
        console.level(LogLevel.ERROR);
        console.warning("no");
        console.error("yes");
        assertEquals("(peaberry) yes\r\n", sent.toString());
    }

    @Test
    void messagesAboutGuestsHaveTheirOwnLevelAndName() {
        assertFalse(console.begin(LogLevel.INFO, 3, 1));
        assertTrue(console.begin(LogLevel.ERROR, 3, 1));
        console.text("triple fault").end();
        console.guestLevel(LogLevel.NONE);
        assertFalse(console.begin(LogLevel.ERROR, 3, 1));
        assertEquals("(peaberry) d3v1: triple fault\r\n", sent.toString());
    }

    @Test
    void numbersAreWrittenWhole() {
        console.begin();
        console.decimal(0).text(" ").decimal(1_234_567_890_123L).text(" ").hex(0).text(" ").hex(0xdead_beefL).text(" ").hex(-1L).end();
        assertEquals("(peaberry) 0 1234567890123 0x0 0xdeadbeef 0xffffffffffffffff\r\n", sent.toString());
    }

    @Test
    void silentConsoleKeepsItsLinesInTheRing() {
        console.silence(true);
        console.info("quiet");
        assertEquals("", sent.toString());
        StringBuilder kept = new StringBuilder();
        for (long i = console.ring().oldest(); i < console.ring().written(); i++) {
            kept.append((char) console.ring().at(i));
        }
        assertEquals("(peaberry) quiet\n", kept.toString());
    }

    @Test
    void ringForgetsTheOldest() {
        LogRing ring = new LogRing(4);
        for (char c : "abcdef".toCharArray()) {
            ring.append(c);
        }
        assertEquals(2, ring.oldest());
        assertEquals('c', ring.at(2));
        assertEquals('f', ring.at(5));
    }

    @Test
    void inputBeyondTheRingIsRefused() {
        ConsoleInput input = new ConsoleInput();
        int taken = 0;
        while (input.put('x')) {
            taken++;
        }
        assertEquals(1024, taken);
        for (int i = 0; i < taken; i++) {
            assertEquals('x', input.take());
        }
        assertTrue(input.isEmpty());
        assertTrue(input.put('y'));
        assertFalse(input.isEmpty());
    }

    @Test
    void panicBeginsWithItsMark() {
        PanicPrinter printer = new PanicPrinter(console);
        printer.print("FATAL");
        printer.print(" TRAP\n");
        assertEquals("(peaberry) panic: FATAL TRAP\r\n", sent.toString());
    }
}
