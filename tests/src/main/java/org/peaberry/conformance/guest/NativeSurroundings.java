/** An emulated machine itself: shows what is the emulator's own doing. */
package org.peaberry.conformance.guest;

import org.peaberry.arch.cpu.Processor;
import org.peaberry.arch.serial.SerialPort;
import org.peaberry.arch.serial.SerialSettings;
import org.peaberry.runtime.unboxed.Address;

final class NativeSurroundings extends Surroundings {
    /** QEMU's isa-debug-exit: it ends with 2 * value + 1. */
    private static final int EXIT_PORT = 0xF4;
    /** Bochs ends when this word comes, letter by letter. */
    private static final int SHUTDOWN_PORT = 0x8900;
    private static final String SHUTDOWN = "Shutdown";

    private final SerialPort port = new SerialPort(SerialPort.COM1_BASE);

    NativeSurroundings() {
        port.open(SerialSettings.COM1);
    }

    @Override
    void write(int bytes) {
        for (int i = 0; i < bytes; i++) {
            port.send(Address.of(GuestMemory.TEXT).loadByte((long) i));
        }
    }

    @Override
    void end(boolean passed) {
        Processor.outInt(EXIT_PORT, passed ? 0 : 1);
        for (int i = 0; i < SHUTDOWN.length(); i++) {
            Processor.outByte(SHUTDOWN_PORT, SHUTDOWN.charAt(i));
        }
    }

    @Override
    String name() {
        return "on the machine itself";
    }
}
