/** Speed and format of a serial line, as the options com1= and com2= give them. */
package org.peaberry.arch.serial;

/**
 * Xen's syntax (xen-command-line, com1): {@code <baud>[/<base_baud>][,[<data bits><parity><stop bits>][,[<io-base>][,[<irq>]]]]},
 * where baud may be {@code auto}, which keeps what firmware set.
 */
public final class SerialSettings {
    /** Highest speed of a PC's port, in bits per second. */
    public static final int MAXIMUM_BAUD = 115_200;

    private static final int AUTO = -2;
    private static final int MINIMUM_DATA_BITS = 5;
    private static final int MAXIMUM_DATA_BITS = 8;
    /** Line control register: two stop bits; parity in bits 3..5. PC16550D data sheet, section 8.1. */
    private static final int TWO_STOP_BITS = 1 << 2;
    private static final int PARITY_SHIFT = 3;
    /** Parity letters in the order of the register's values 0, 1, 3, 5, 7 (none, odd, even, mark, space). */
    private static final String PARITIES = "noems";

    /** The first port with 115200 bit/s, 8 data bits, no parity, 1 stop bit: for messages before the command line is read. */
    public static final SerialSettings COM1 = standard(SerialPort.COM1_BASE, SerialPort.COM1_LINE);
    /** The second port with the same settings. */
    public static final SerialSettings COM2 = standard(SerialPort.COM2_BASE, SerialPort.COM2_LINE);

    private final int baud;
    private final int lineControl;
    private final int base;
    private final int line;

    private SerialSettings(int baud, int lineControl, int base, int line) {
        this.baud = baud;
        this.lineControl = lineControl;
        this.base = base;
        this.line = line;
    }

    private static SerialSettings standard(int base, int line) {
        return new SerialSettings(MAXIMUM_BAUD, MAXIMUM_DATA_BITS - MINIMUM_DATA_BITS, base, line);
    }

    /**
     * Reads an option's value.
     *
     * @param base I/O port where the text has none
     * @param line interrupt line where the text has none
     * @return null when the text is malformed
     */
    public static SerialSettings parse(String text, int base, int line) {
        SerialOptionReader reader = new SerialOptionReader(text);
        int baud = reader.takes("auto") ? AUTO : reader.number();
        int maximum = reader.takes("/") ? reader.number() : MAXIMUM_BAUD;
        int format = MAXIMUM_DATA_BITS - MINIMUM_DATA_BITS;
        if (reader.takes(",") && !reader.atEnd() && !reader.isAt(',')) {
            format = format(reader);
        }
        int port = reader.takes(",") && !reader.atEnd() && !reader.isAt(',') ? reader.number() : base;
        int irq = reader.takes(",") && !reader.atEnd() ? reader.number() : line;
        boolean speedFits = baud == AUTO || baud > 0 && maximum > 0 && baud <= maximum;
        if (!speedFits || format < 0 || port <= 0 || port > 0xffff || irq < 0 || !reader.atEnd()) {
            return null;
        }
        int scaled = baud == AUTO ? AUTO : (int) ((long) baud * MAXIMUM_BAUD / maximum);
        return scaled == 0 ? null : new SerialSettings(scaled, format, port, irq);
    }

    /** Line-control value, or -1 when malformed. */
    private static int format(SerialOptionReader reader) {
        int bits = reader.digit() - MINIMUM_DATA_BITS;
        int parity = PARITIES.indexOf(reader.character());
        int stop = reader.digit();
        if (bits < 0 || bits > MAXIMUM_DATA_BITS - MINIMUM_DATA_BITS || parity < 0 || stop < 1 || stop > 2) {
            return -1;
        }
        int parityValue = parity == 0 ? 0 : 2 * parity - 1;
        return bits | (stop == 2 ? TWO_STOP_BITS : 0) | parityValue << PARITY_SHIFT;
    }

    /** Whether the divisor that firmware set stays. */
    public boolean keepsSpeed() {
        return baud == AUTO;
    }

    /** Divisor of the port's clock. */
    public int divisor() {
        return Math.max(1, MAXIMUM_BAUD / baud);
    }

    /** Value of the line control register. */
    public int lineControl() {
        return lineControl;
    }

    /** First I/O port. */
    public int base() {
        return base;
    }

    /** ISA interrupt line; 0 means polled. */
    public int line() {
        return line;
    }
}
