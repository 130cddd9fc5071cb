/** How much is written to the console: Xen's loglvl and guest_loglvl. */
package org.peaberry.kernel.options;

public enum LogLevel {
    NONE("none"), ERROR("error"), WARNING("warning"), INFO("info"), DEBUG("debug"), ALL("all");

    private static final LogLevel[] ALL_LEVELS = values();

    private final String text;

    LogLevel(String text) {
        this.text = text;
    }

    /** Whether messages of the other level are written. */
    public boolean includes(LogLevel message) {
        return message.ordinal() <= ordinal();
    }

    /** The level of that name, or null; of Xen's form "level/rate-limited level" the first counts. */
    static LogLevel named(String name) {
        int slash = name.indexOf('/');
        String wanted = slash < 0 ? name : name.substring(0, slash);
        for (LogLevel level : ALL_LEVELS) {
            if (level.text.equals(wanted)) {
                return level;
            }
        }
        return null;
    }
}
