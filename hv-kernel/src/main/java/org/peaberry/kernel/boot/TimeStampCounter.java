/** The processor's own time-stamp counter. */
package org.peaberry.kernel.boot;

import org.peaberry.arch.cpu.Processor;
import org.peaberry.kernel.time.TscClock;

final class TimeStampCounter implements TscClock.Counter {
    @Override
    public long read() {
        return Processor.timeStampCounter();
    }
}
