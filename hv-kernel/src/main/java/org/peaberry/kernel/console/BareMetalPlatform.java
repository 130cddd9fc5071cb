/** The bare machine below the runtime: the console, and how the machine ends. */
package org.peaberry.kernel.console;

import org.peaberry.arch.acpi.PowerControl;
import org.peaberry.arch.cpu.Processor;
import org.peaberry.runtime.exception.Backtrace;
import org.peaberry.runtime.platform.Platform;

public final class BareMetalPlatform extends Platform {
    /** The beginning of the line that says that the hypervisor itself failed; tools look for it. */
    static final String PANIC = "panic: ";
    private static final int PANIC_STATUS = 3;

    private final Console console;
    private PowerControl power = new PowerControl(null);
    private boolean staysHalted;
    private boolean isDying;

    public BareMetalPlatform(Console console) {
        this.console = console;
    }

    /** How the machine is reset from now on. */
    public void power(PowerControl newPower) {
        power = newPower;
    }

    /** Halts instead of resetting at the end (noreboot). */
    public void stayHalted(boolean halted) {
        staysHalted = halted;
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
        if (!isDying) {
            isDying = true;
            console.begin();
            console.print(PANIC);
            Backtrace.print(console, exception);
        }
        exit(PANIC_STATUS);
    }

    /** Resets the machine, or halts for good. */
    @Override
    public void exit(int status) {
        Processor.disableInterrupts();
        if (!staysHalted) {
            console.begin();
            console.text("resetting the machine (noreboot would halt it)").end();
            power.reset();
        }
        console.begin();
        console.text("halted").end();
        while (true) {
            Processor.halt();
        }
    }

    @Override
    public long nanoTime() {
        return Processor.timeStampCounter();
    }
}
