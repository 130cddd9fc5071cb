/** Prints the report of a fatal trap as a panic of the hypervisor. */
package org.peaberry.kernel.console;

import org.peaberry.runtime.exception.StackTrace;

/** The first line gets the prefix by which tools know a panic. */
public final class PanicPrinter extends StackTrace.Printer {
    private final Console console;
    private boolean hasBegun;

    public PanicPrinter(Console console) {
        this.console = console;
    }

    @Override
    public void print(int character) {
        if (!hasBegun) {
            hasBegun = true;
            console.begin();
            console.text(BareMetalPlatform.PANIC);
        }
        console.print(character);
    }
}
