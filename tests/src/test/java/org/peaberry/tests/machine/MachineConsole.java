/** Prints lines of the machine program on the first serial port. */
package org.peaberry.tests.machine;

import org.peaberry.arch.serial.SerialPort;
import org.peaberry.arch.serial.SerialSettings;
import org.peaberry.runtime.exception.StackTrace;

final class MachineConsole extends StackTrace.Printer {
    static final MachineConsole INSTANCE = new MachineConsole();

    private final SerialPort port = new SerialPort(SerialPort.COM1_BASE);

    private MachineConsole() {
    }

    void open() {
        port.open(SerialSettings.COM1);
    }

    @Override
    public void print(int character) {
        port.send(character);
    }

    void line(String name, String value) {
        print(name);
        print(": ");
        print(value);
        print("\n");
    }

    void number(String name, long value) {
        print(name);
        print(": ");
        decimal(value);
        print("\n");
    }

    /** Prints a number in hexadecimal, without leading zeros. */
    void hex(long value) {
        if (value >>> 4 != 0) {
            hex(value >>> 4);
        }
        print("0123456789abcdef".charAt((int) value & 0xf));
    }

    private void decimal(long value) {
        if (value >= 10) {
            decimal(value / 10);
        }
        print((int) ('0' + value % 10));
    }
}
