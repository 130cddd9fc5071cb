/** What the runtime asks of the system below it: the bare machine, or Linux. */
package org.peaberry.runtime.platform;

import org.peaberry.runtime.annotation.HostedOnly;
import org.peaberry.runtime.annotation.Shared;

/** One is installed by the start-up code before anything can throw. */
public abstract class Platform {
    @Shared(reason = "written at boot")
    private static Platform current;

    public static void install(Platform platform) {
        current = platform;
    }

    /** The installed platform; null before start-up code installed one. */
    public static Platform current() {
        return current;
    }

    /** Writes one byte to the console or standard output. */
    public abstract void write(int character);

    /** Writes one byte where errors go. */
    public abstract void writeError(int character);

    /** An exception left the outermost compiled frame. Never returns. */
    public abstract void uncaught(Throwable exception);

    /** Ends the program or the machine. Never returns. */
    public abstract void exit(int status);

    /** Nanoseconds since some fixed moment. */
    public abstract long nanoTime();

    /** Milliseconds since 1970 in UTC; a program that calls it does not compile where the platform has no calendar. */
    @HostedOnly
    public long currentTimeMillis() {
        throw new UnsupportedOperationException("the platform has no calendar");
    }
}
