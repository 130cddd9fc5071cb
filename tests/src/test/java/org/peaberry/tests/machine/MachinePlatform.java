/** What the runtime finds below the machine program: the console, and QEMU's exit device. */
package org.peaberry.tests.machine;

import org.peaberry.arch.cpu.Processor;
import org.peaberry.runtime.exception.Backtrace;
import org.peaberry.runtime.platform.Platform;

final class MachinePlatform extends Platform {
    static final MachinePlatform INSTANCE = new MachinePlatform();

    /** I/O port of QEMU's isa-debug-exit; the emulator ends with 2 * value + 1. */
    private static final int EXIT_PORT = 0xF4;
    private static final int UNCAUGHT_STATUS = 2;

    private MachinePlatform() {
    }

    @Override
    public void write(int character) {
        MachineConsole.INSTANCE.print(character);
    }

    @Override
    public void writeError(int character) {
        MachineConsole.INSTANCE.print(character);
    }

    @Override
    public void uncaught(Throwable exception) {
        Backtrace.print(MachineConsole.INSTANCE, exception);
        exit(UNCAUGHT_STATUS);
    }

    @Override
    public void exit(int status) {
        Processor.outByte(EXIT_PORT, status);
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
