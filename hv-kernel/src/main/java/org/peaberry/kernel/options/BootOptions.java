/** The hypervisor's command line. Names and syntax are Xen's (docs/misc/xen-command-line). */
package org.peaberry.kernel.options;

/** Every option has a default; a later one overrides an earlier one. */
public final class BootOptions {
    /** {@link #dom0Memory} when the option is not given: dom0 gets what is left. */
    public static final long ALL_MEMORY = 0;
    /** Bits per second of com1 by default. */
    public static final int DEFAULT_BAUD = 115200;

    private static final int MAXIMUM_BAUD = 115200;
    private static final String SIZE_SYNTAX = "a size such as 512M or 1G";
    private static final String COM_SYNTAX = "a speed that divides 115200, and optionally a frame, such as 115200,8n1";

    private final OptionProblems problems;
    private long dom0Memory = ALL_MEMORY;
    private int baud = DEFAULT_BAUD;
    private boolean serialConsole = true;
    private boolean noReboot;
    private boolean virtualApic = true;
    private boolean preemptionTimer = true;
    private LogLevel logLevel = LogLevel.INFO;
    private LogLevel guestLogLevel = LogLevel.WARNING;

    private BootOptions(OptionProblems problems) {
        this.problems = problems;
    }

    /** @param problems hears of everything that is ignored */
    public static BootOptions parse(String commandLine, OptionProblems problems) {
        BootOptions options = new BootOptions(problems);
        int start = 0;
        while (start < commandLine.length()) {
            int end = commandLine.indexOf(' ', start);
            end = end < 0 ? commandLine.length() : end;
            if (end > start) {
                options.apply(commandLine.substring(start, end));
            }
            start = end + 1;
        }
        return options;
    }

    private void apply(String option) {
        int equals = option.indexOf('=');
        String name = equals < 0 ? option : option.substring(0, equals);
        String value = equals < 0 ? "" : option.substring(equals + 1);
        switch (name) {
            case "dom0_mem" -> applyDom0Memory(option, value);
            case "dom0" -> applyDom0(option, value);
            case "com1" -> applyCom1(option, value);
            case "console" -> applyConsole(option, value);
            case "loglvl" -> logLevel = level(option, value, logLevel);
            case "guest_loglvl" -> guestLogLevel = level(option, value, guestLogLevel);
            case "noreboot" -> noReboot = flag(option, value, noReboot);
            case "preemption-timer" -> preemptionTimer = flag(option, value, preemptionTimer);
            case "apicv" -> virtualApic = flag(option, value, virtualApic);
            default -> problems.unknownOption(option);
        }
    }

    /** "SIZE", "min:SIZE" and "max:SIZE", separated by commas; dom0 gets the size, or the least of what is given. */
    private void applyDom0Memory(String option, String value) {
        long memory = ALL_MEMORY;
        int start = 0;
        while (start <= value.length()) {
            int comma = value.indexOf(',', start);
            int end = comma < 0 ? value.length() : comma;
            String part = value.substring(start, end);
            boolean isBound = part.startsWith("min:") || part.startsWith("max:");
            long size = MemorySize.parse(isBound ? part.substring("max:".length()) : part);
            if (size <= 0) {
                problems.malformedValue(option, SIZE_SYNTAX);
                return;
            }
            if (!part.startsWith("min:") && (memory == ALL_MEMORY || size < memory)) {
                memory = size;
            }
            start = end + 1;
        }
        dom0Memory = memory;
    }

    private void applyDom0(String option, String value) {
        if (!value.equals("pvh")) {
            problems.malformedValue(option, "pvh, the only kind of dom0 there is");
        }
    }

    private void applyCom1(String option, String value) {
        int comma = value.indexOf(',');
        int speed = decimal(comma < 0 ? value : value.substring(0, comma));
        String frame = comma < 0 ? "8n1" : value.substring(comma + 1);
        if (speed <= 0 || MAXIMUM_BAUD % speed != 0 || !frame.startsWith("8n1")) {
            problems.malformedValue(option, COM_SYNTAX);
            return;
        }
        baud = speed;
    }

    private void applyConsole(String option, String value) {
        boolean serial = false;
        int start = 0;
        while (start <= value.length()) {
            int comma = value.indexOf(',', start);
            int end = comma < 0 ? value.length() : comma;
            String device = value.substring(start, end);
            if (device.equals("com1")) {
                serial = true;
            } else if (!device.equals("none")) {
                problems.malformedValue(option, "com1 or none");
                return;
            }
            start = end + 1;
        }
        serialConsole = serial;
    }

    private boolean flag(String option, String value, boolean before) {
        switch (value) {
            case "", "1", "yes", "on", "true", "enable" -> {
                return true;
            }
            case "0", "no", "off", "false", "disable" -> {
                return false;
            }
            default -> {
                problems.malformedValue(option, "nothing, or a boolean");
                return before;
            }
        }
    }

    private LogLevel level(String option, String value, LogLevel before) {
        LogLevel level = LogLevel.named(value);
        if (level == null) {
            problems.malformedValue(option, "none, error, warning, info, debug or all");
            return before;
        }
        return level;
    }

    private static int decimal(String text) {
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit >= 10 || value > MAXIMUM_BAUD) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return text.isEmpty() ? -1 : value;
    }

    /** Bytes, or {@link #ALL_MEMORY}. */
    public long dom0Memory() {
        return dom0Memory;
    }

    /** Bits per second of com1. */
    public int baud() {
        return baud;
    }

    /** Whether the console is on com1. */
    public boolean serialConsole() {
        return serialConsole;
    }

    /** Halt instead of resetting the machine after a fatal error. */
    public boolean noReboot() {
        return noReboot;
    }

    /** Whether the processor may deliver interrupts to guests by itself, where it can. */
    public boolean virtualApic() {
        return virtualApic;
    }

    /** Whether the processor's own countdown may end guests' runs, where it has one. Peaberry's option; Xen does not use that timer. */
    public boolean preemptionTimer() {
        return preemptionTimer;
    }

    public LogLevel logLevel() {
        return logLevel;
    }

    public LogLevel guestLogLevel() {
        return guestLogLevel;
    }
}
