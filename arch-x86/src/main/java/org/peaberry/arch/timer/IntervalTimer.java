/** Channel 2 of the 8254 interval timer: the clock of every PC whose speed is known. Intel 8254 data sheet. */
package org.peaberry.arch.timer;

import org.peaberry.arch.cpu.Processor;
import org.peaberry.runtime.annotation.BootOnly;

/** Channel 2's gate and output are at port 0x61, so that it can be watched without interrupts. */
@BootOnly
final class IntervalTimer extends ReferenceClock {
    private static final long FREQUENCY = 1_193_182;
    private static final int CHANNEL2 = 0x42;
    private static final int COMMAND = 0x43;
    /** Channel 2, low then high byte, mode 0 (output rises at zero), binary. */
    private static final int COUNT_DOWN_ONCE = 0xB0;
    private static final int CONTROL = 0x61;
    private static final int GATE = 1 << 0;
    private static final int SPEAKER = 1 << 1;
    private static final int OUTPUT = 1 << 5;
    private static final int BYTE_MASK = 0xff;
    private static final int PATIENCE = 10_000_000;

    @Override
    long frequency() {
        return FREQUENCY;
    }

    @Override
    long measure(long ticks) {
        int control = Processor.inByte(CONTROL);
        Processor.outByte(CONTROL, control & ~SPEAKER | GATE);
        Processor.outByte(COMMAND, COUNT_DOWN_ONCE);
        Processor.outByte(CHANNEL2, (int) ticks & BYTE_MASK);
        Processor.outByte(CHANNEL2, (int) ticks >>> Byte.SIZE);
        long start = Processor.timeStampCounter();
        int polls = 0;
        while ((Processor.inByte(CONTROL) & OUTPUT) == 0 && polls < PATIENCE) {
            polls++;
        }
        long cycles = Processor.timeStampCounter() - start;
        Processor.outByte(CONTROL, control);
        return polls == PATIENCE ? 0 : cycles * ticks / (ticks + 1);
    }
}
