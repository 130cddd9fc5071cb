/** Access to the machine's ports by width. */
package org.peaberry.kernel.traps;

import org.peaberry.arch.cpu.Processor;

final class HostPort {
    private HostPort() {
    }

    static int in(int port, int width) {
        return switch (width) {
            case Byte.BYTES -> Processor.inByte(port);
            case Short.BYTES -> Processor.inShort(port);
            default -> Processor.inInt(port);
        };
    }

    static void out(int port, int width, int value) {
        switch (width) {
            case Byte.BYTES -> Processor.outByte(port, value);
            case Short.BYTES -> Processor.outShort(port, value);
            default -> Processor.outInt(port, value);
        }
    }
}
