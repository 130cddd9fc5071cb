/** Serial settings as the command line gives them, and the port they are written to. */
package org.peaberry.arch.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peaberry.arch.cpu.SimulatedPort;
import org.peaberry.arch.cpu.SimulatedProcessor;
import org.peaberry.runtime.memory.SimulatedMemory;

class SerialTest {
    /** A 16550 as far as the driver can see. */
    private static final class Device implements SimulatedPort {
        final int[] registers = new int[8];
        final StringBuilder sent = new StringBuilder();
        final ArrayDeque<Integer> input = new ArrayDeque<>();
        int divisor;

        @Override
        public int in(int port, int width) {
            int register = port & 7;
            return switch (register) {
                case 0 -> input.poll();
                case 5 -> 0x20 | (input.isEmpty() ? 0 : 1);
                default -> registers[register];
            };
        }

        @Override
        public void out(int port, int width, int value) {
            int register = port & 7;
            boolean divisorAccess = (registers[3] & 0x80) != 0;
            if (divisorAccess && register < 2) {
                divisor |= value << 8 * register;
            } else if (register == 0) {
                sent.append((char) value);
            } else {
                registers[register] = value;
            }
        }
    }

    private final Device device = new Device();

    @BeforeEach
    void installMachine() {
        SimulatedMemory.install();
        SimulatedProcessor.install().attach(SerialPort.COM1_BASE, 8, device);
    }

    private static SerialSettings parse(String text) {
        return SerialSettings.parse(text, SerialPort.COM1_BASE, SerialPort.COM1_LINE);
    }

    @Test
    void theUsualOptionIsUnderstood() {
        SerialSettings settings = parse("115200,8n1");
        assertEquals(1, settings.divisor());
        assertEquals(3, settings.lineControl());
        assertEquals(0x3F8, settings.base());
        assertEquals(4, settings.line());
    }

    @Test
    void everyPartOfTheOptionIsUnderstood() {
        SerialSettings settings = parse("9600/115200,7e2,0x2f8,3");
        assertEquals(12, settings.divisor());
        assertEquals(2 | 4 | 3 << 3, settings.lineControl());
        assertEquals(0x2F8, settings.base());
        assertEquals(3, settings.line());
        assertEquals(0x2F8, parse("115200,,0x2f8").base());
        assertTrue(parse("auto").keepsSpeed());
    }

    @Test
    void malformedOptionsAreRefused() {
        for (String text : new String[] {"", "fast", "0", "115200,9n1", "115200,8x1", "115200,8n", "115200,8n1,zz", "115200,8n1,0x3f8,4,", "1/0", "115200 "}) {
            assertNull(parse(text), text);
        }
    }

    @Property(tries = 500)
    void noTextBreaksTheParser(@ForAll @StringLength(max = 20) @Chars({'0', '9', '8', 'n', '1', ',', '/', 'x', 'a', 'u', 't', 'o'}) String text) {
        SerialSettings settings = parse(text);
        assertTrue(settings == null || settings.keepsSpeed() || settings.divisor() >= 1);
    }

    @Test
    void openingSetsSpeedAndFormatAndThenSends() {
        SerialPort port = new SerialPort(SerialPort.COM1_BASE);
        port.send('x');
        assertTrue(port.open(parse("38400,8n1")));
        port.send('o');
        port.send('k');
        assertEquals("ok", device.sent.toString());
        assertEquals(3, device.divisor);
        assertEquals(3, device.registers[3]);
        assertEquals(0xB, device.registers[4]);
    }

    @Test
    void bytesThatArrivedAreReceivedInOrder() {
        SerialPort port = new SerialPort(SerialPort.COM1_BASE);
        port.open(parse("115200,8n1"));
        device.input.add(0xE9);
        device.input.add((int) 'b');
        assertEquals(0xE9, port.receive());
        assertEquals('b', port.receive());
        assertEquals(SerialPort.NOTHING, port.receive());
        port.enableReceiveInterrupt();
        assertEquals(1, device.registers[1]);
    }

    @Test
    void aPortThatIsNotThereIsNoticedAndSwallowsOutput() {
        SerialPort port = new SerialPort(SerialPort.COM2_BASE);
        assertFalse(port.open(parse("115200,8n1")));
        port.send('x');
        assertEquals(SerialPort.NOTHING, port.receive());
    }
}
