/** The operator's console: the hypervisor's lines, each with its prefix, and the characters of dom0. */
package org.peaberry.kernel.console;

import org.peaberry.arch.serial.SerialPort;
import org.peaberry.kernel.options.LogLevel;
import org.peaberry.runtime.exception.StackTrace;

/**
 * A line of the hypervisor always starts at the left margin: when dom0's cursor stands elsewhere, the line is broken first. Printing
 * allocates nothing, so that it works while the machine dies.
 */
public final class Console extends StackTrace.Printer {
    /** What every line of the hypervisor starts with. */
    public static final String PREFIX = "(peaberry) ";
    private static final int RING_CAPACITY = 1 << 14;
    private static final String DIGITS = "0123456789abcdef";
    private static final int HEX_SHIFT = 4;
    private static final int HEX_MASK = 0xf;

    private final SerialPort port;
    private final LogRing ring = new LogRing(RING_CAPACITY);
    private LogLevel level = LogLevel.INFO;
    private LogLevel guestLevel = LogLevel.WARNING;
    private boolean isSilent;
    private boolean isAtLineStart = true;
    private boolean isAfterReturn;

    public Console(SerialPort port) {
        this.port = port;
    }

    /** Messages beyond this level are not written any more. */
    public void level(LogLevel newLevel) {
        level = newLevel;
    }

    /** Messages about guests beyond this level are not written any more. */
    public void guestLevel(LogLevel newLevel) {
        guestLevel = newLevel;
    }

    /** As {@link #begin(LogLevel)}, for a line about a vCPU, which it names. */
    public boolean begin(LogLevel messageLevel, int domain, int vcpu) {
        if (!guestLevel.includes(messageLevel)) {
            return false;
        }
        begin();
        text("d").decimal(domain).text("v").decimal(vcpu).text(": ");
        return true;
    }

    /** Whether the port is left alone (console=none); lines go to {@link #ring} only. */
    public void silence(boolean silent) {
        isSilent = silent;
    }

    /** What was written last. */
    public LogRing ring() {
        return ring;
    }

    public SerialPort port() {
        return port;
    }

    public void error(String text) {
        line(LogLevel.ERROR, text);
    }

    public void warning(String text) {
        line(LogLevel.WARNING, text);
    }

    public void info(String text) {
        line(LogLevel.INFO, text);
    }

    public void debug(String text) {
        line(LogLevel.DEBUG, text);
    }

    /** Writes a whole line. */
    public void line(LogLevel messageLevel, String text) {
        if (begin(messageLevel)) {
            print(text);
            end();
        }
    }

    /** Starts a line that is put together by print, decimal and hex; false when messages of this level are not written. */
    public boolean begin(LogLevel messageLevel) {
        if (!level.includes(messageLevel)) {
            return false;
        }
        begin();
        return true;
    }

    /** Starts a line, whatever the level. */
    public void begin() {
        if (!isAtLineStart) {
            end();
        }
        print(PREFIX);
    }

    public void end() {
        print('\n');
    }

    @Override
    public void print(int character) {
        ring.append(character);
        send(character);
    }

    /** Writes a number of zero or more. */
    public Console decimal(long value) {
        long unit = 1;
        while (value / unit >= 10) {
            unit *= 10;
        }
        for (; unit > 0; unit /= 10) {
            print('0' + (int) (value / unit % 10));
        }
        return this;
    }

    /** Writes 0x and a number without leading zeros. */
    public Console hex(long value) {
        print("0x");
        int digits = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + HEX_SHIFT - 1) / HEX_SHIFT);
        for (int i = digits - 1; i >= 0; i--) {
            print(DIGITS.charAt((int) (value >>> i * HEX_SHIFT) & HEX_MASK));
        }
        return this;
    }

    /** Writes text, for chains. */
    public Console text(String text) {
        print(text);
        return this;
    }

    /** Writes a character of dom0's, as it is but for the line ends. */
    public void guest(int character) {
        send(character);
    }

    /** A terminal wants a carriage return before each line feed; Linux sends its own. */
    private void send(int character) {
        boolean lacksReturn = character == '\n' && !isAfterReturn;
        isAtLineStart = character == '\n';
        isAfterReturn = character == '\r';
        if (isSilent) {
            return;
        }
        if (lacksReturn) {
            port.send('\r');
        }
        port.send(character);
    }
}
