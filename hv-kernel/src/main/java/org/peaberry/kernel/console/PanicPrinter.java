/** Prints the report of a fatal trap as a panic of the hypervisor. */
package org.peaberry.kernel.console;

import org.peaberry.runtime.annotation.RecursionLimit;
import org.peaberry.runtime.exception.StackTrace;

/** The first line gets the prefix by which tools know a panic. */
public final class PanicPrinter extends StackTrace.Printer {
    private final Console console;
    private boolean hasBegun;

    public PanicPrinter(Console console) {
        this.console = console;
    }

    @Override
    @RecursionLimit(depth = 1, reason = "the console writes its characters to the serial port, not here")
    public void print(int character) {
        if (!hasBegun) {
            hasBegun = true;
            console.begin();
            console.text(BareMetalPlatform.PANIC);
        }
        console.print(character);
    }
}
