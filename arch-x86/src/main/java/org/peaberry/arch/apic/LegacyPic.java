/** The two 8259 interrupt controllers of a PC: told to be silent. Intel 8259A data sheet. */
package org.peaberry.arch.apic;

import org.peaberry.arch.cpu.Processor;
import org.peaberry.runtime.annotation.BootOnly;

@BootOnly
public final class LegacyPic {
    private static final int MASTER = 0x20;
    private static final int SLAVE = 0xA0;
    /** The second port of each: mask, and initialization words 2 to 4. */
    private static final int DATA = 1;
    private static final int INITIALIZE_WITH_WORD4 = 0x11;
    private static final int SLAVE_ON_LINE2 = 1 << 2;
    private static final int SLAVE_IDENTITY = 2;
    private static final int MODE_8086 = 0x01;
    private static final int ALL_MASKED = 0xFF;
    private static final int LINES = 8;

    private LegacyPic() {
    }

    /** Moves their vectors away from the exceptions, since a spurious interrupt can still come, and masks all lines. */
    public static void silence() {
        initialize(MASTER, Vector.LEGACY_FIRST, SLAVE_ON_LINE2);
        initialize(SLAVE, Vector.LEGACY_FIRST + LINES, SLAVE_IDENTITY);
        Processor.outByte(MASTER + DATA, ALL_MASKED);
        Processor.outByte(SLAVE + DATA, ALL_MASKED);
    }

    private static void initialize(int port, int firstVector, int cascade) {
        Processor.outByte(port, INITIALIZE_WITH_WORD4);
        Processor.outByte(port + DATA, firstVector);
        Processor.outByte(port + DATA, cascade);
        Processor.outByte(port + DATA, MODE_8086);
    }
}
