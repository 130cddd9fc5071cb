/** The real-time clock's periodic interrupt: a device of a privileged domain, on line 8. Motorola MC146818A data sheet. */
package org.peaberry.conformance.guest;

import org.peaberry.arch.cpu.Processor;

/** The line stays asserted until register C is read. */
final class PeriodicClock {
    static final int LINE = 8;
    private static final int INDEX = 0x70;
    private static final int DATA = 0x71;
    private static final int STATUS_A = 0x0A;
    private static final int STATUS_B = 0x0B;
    private static final int STATUS_C = 0x0C;
    private static final int RATE_MASK = 0xf;
    /** 1024 Hz. */
    private static final int RATE = 6;
    private static final int PERIODIC = 1 << 6;
    private static final int INTERRUPT_ENABLES = 7 << 4;

    private PeriodicClock() {
    }

    static void start() {
        write(STATUS_A, read(STATUS_A) & ~RATE_MASK | RATE);
        write(STATUS_B, read(STATUS_B) & ~INTERRUPT_ENABLES | PERIODIC);
        finish();
    }

    static void stop() {
        write(STATUS_B, read(STATUS_B) & ~INTERRUPT_ENABLES);
        finish();
    }

    /** The device's interrupt is served: its line falls. @return what it was for */
    static int finish() {
        return read(STATUS_C);
    }

    private static int read(int register) {
        Processor.outByte(INDEX, register);
        return Processor.inByte(DATA);
    }

    private static void write(int register, int value) {
        Processor.outByte(INDEX, register);
        Processor.outByte(DATA, value);
    }
}
