/** Gives each line of a text about a vCPU the prefix of the console's lines. */
package org.peaberry.kernel.traps;

import org.peaberry.kernel.console.Console;
import org.peaberry.kernel.domain.Vcpu;
import org.peaberry.kernel.options.LogLevel;
import org.peaberry.runtime.annotation.RecursionLimit;
import org.peaberry.runtime.exception.StackTrace;

final class GuestLines extends StackTrace.Printer {
    private final Console console;
    private Vcpu vcpu;
    private boolean isAtStart;

    GuestLines(Console console) {
        this.console = console;
    }

    /** This, for lines about a vCPU. */
    GuestLines of(Vcpu subject) {
        vcpu = subject;
        isAtStart = true;
        return this;
    }

    @Override
    @RecursionLimit(depth = 1, reason = "the console writes its characters to the serial port, not here")
    public void print(int character) {
        if (isAtStart) {
            console.begin(LogLevel.ERROR, vcpu.domain().id(), vcpu.index());
        }
        console.print(character);
        isAtStart = character == '\n';
    }
}
