/** What the runtime finds below this program. */
package org.peaberry.conformance.guest;

import org.peaberry.arch.cpu.Processor;
import org.peaberry.runtime.exception.Backtrace;
import org.peaberry.runtime.platform.Platform;

final class GuestPlatform extends Platform {
    private static final int UNCAUGHT_STATUS = 2;

    private final Surroundings surroundings;
    private final GuestConsole console;

    GuestPlatform(Surroundings surroundings, GuestConsole console) {
        this.surroundings = surroundings;
        this.console = console;
    }

    @Override
    public void write(int character) {
        console.print(character);
    }

    @Override
    public void writeError(int character) {
        console.print(character);
    }

    @Override
    public void uncaught(Throwable exception) {
        Backtrace.print(console, exception);
        exit(UNCAUGHT_STATUS);
    }

    @Override
    public void exit(int status) {
        surroundings.end(status == 0);
        Processor.disableInterrupts();
        while (true) {
            Processor.halt();
        }
    }

    @Override
    public long nanoTime() {
        return Processor.timeStampCounter();
    }
}
