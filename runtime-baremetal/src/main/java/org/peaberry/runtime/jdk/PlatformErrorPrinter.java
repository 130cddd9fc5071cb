/** Prints stack traces where the platform puts errors. */
package org.peaberry.runtime.jdk;

import org.peaberry.runtime.exception.StackTrace;
import org.peaberry.runtime.platform.Platform;

public final class PlatformErrorPrinter extends StackTrace.Printer {
    /** It has no state. */
    public static final PlatformErrorPrinter INSTANCE = new PlatformErrorPrinter();

    private PlatformErrorPrinter() {
    }

    @Override
    public void print(int character) {
        Platform.current().writeError(character);
    }
}
