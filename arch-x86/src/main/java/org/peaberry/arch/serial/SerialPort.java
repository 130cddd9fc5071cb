/** A 16550 serial port: polled output, input by polling or interrupt. PC16550D data sheet, section 8. */
package org.peaberry.arch.serial;

import org.peaberry.arch.cpu.Processor;

/** Usable from the first instruction on; it owns no memory but itself. */
public final class SerialPort {
    /** {@link #receive} when nothing has arrived. */
    public static final int NOTHING = -1;

    /** Conventional places: I/O base and interrupt line. */
    public static final int COM1_BASE = 0x3F8;
    public static final int COM1_LINE = 4;
    public static final int COM2_BASE = 0x2F8;
    public static final int COM2_LINE = 3;

    private static final int DATA = 0;
    private static final int INTERRUPT_ENABLE = 1;
    private static final int FIFO_CONTROL = 2;
    private static final int LINE_CONTROL = 3;
    private static final int MODEM_CONTROL = 4;
    private static final int LINE_STATUS = 5;
    private static final int SCRATCH = 7;
    private static final int DIVISOR_LOW = 0;
    private static final int DIVISOR_HIGH = 1;

    private static final int RECEIVE_INTERRUPT = 1 << 0;
    private static final int FIFO_ENABLE = 1 << 0;
    private static final int FIFO_CLEAR_RECEIVE = 1 << 1;
    private static final int FIFO_CLEAR_TRANSMIT = 1 << 2;
    private static final int FIFO_TRIGGER_14 = 3 << 6;
    private static final int DIVISOR_ACCESS = 1 << 7;
    private static final int TERMINAL_READY = 1 << 0;
    private static final int REQUEST_TO_SEND = 1 << 1;
    /** OUT2 connects the interrupt output on PCs. */
    private static final int INTERRUPT_GATE = 1 << 3;
    private static final int DATA_READY = 1 << 0;
    private static final int TRANSMITTER_EMPTY = 1 << 5;

    private static final int SCRATCH_PATTERN = 0x5A;
    private static final int LOW_BYTE = 0xff;
    /** Polls before output gives up on a port that never drains; some 100 ms of port reads. */
    private static final int PATIENCE = 100_000;

    private final int base;
    private boolean present;

    /** @param base first I/O port */
    public SerialPort(int base) {
        this.base = base;
    }

    /** First I/O port. */
    public int base() {
        return base;
    }

    /** Sets speed and format; tells whether there is a port at all. */
    public boolean open(SerialSettings settings) {
        Processor.outByte(base + SCRATCH, SCRATCH_PATTERN);
        present = Processor.inByte(base + SCRATCH) == SCRATCH_PATTERN;
        if (!present) {
            return false;
        }
        Processor.outByte(base + INTERRUPT_ENABLE, 0);
        if (!settings.keepsSpeed()) {
            Processor.outByte(base + LINE_CONTROL, DIVISOR_ACCESS | settings.lineControl());
            Processor.outByte(base + DIVISOR_LOW, settings.divisor() & LOW_BYTE);
            Processor.outByte(base + DIVISOR_HIGH, settings.divisor() >>> Byte.SIZE);
        }
        Processor.outByte(base + LINE_CONTROL, settings.lineControl());
        Processor.outByte(base + FIFO_CONTROL, FIFO_ENABLE | FIFO_CLEAR_RECEIVE | FIFO_CLEAR_TRANSMIT | FIFO_TRIGGER_14);
        Processor.outByte(base + MODEM_CONTROL, TERMINAL_READY | REQUEST_TO_SEND | INTERRUPT_GATE);
        return true;
    }

    /** Whether {@link #open} found a port. */
    public boolean isPresent() {
        return present;
    }

    /** Sends one byte, waiting until there is room; lost when there is no port, or it is stuck. */
    public void send(int character) {
        if (!present) {
            return;
        }
        for (int i = 0; i < PATIENCE && !canSend(); i++) {
            Processor.pause();
        }
        Processor.outByte(base + DATA, character);
    }

    /** Whether {@link #send} would not wait. */
    public boolean canSend() {
        return (Processor.inByte(base + LINE_STATUS) & TRANSMITTER_EMPTY) != 0;
    }

    /** The next byte that arrived, 0..255, or {@link #NOTHING}. */
    public int receive() {
        if (!present || (Processor.inByte(base + LINE_STATUS) & DATA_READY) == 0) {
            return NOTHING;
        }
        return Processor.inByte(base + DATA);
    }

    /** From now on the port interrupts when bytes arrive; the handler takes them with {@link #receive} until there are none. */
    public void enableReceiveInterrupt() {
        Processor.outByte(base + INTERRUPT_ENABLE, RECEIVE_INTERRUPT);
    }
}
