/** A clock of known speed that the time-stamp counter is measured against. */
package org.peaberry.arch.timer;

import org.peaberry.runtime.annotation.BootOnly;

@BootOnly
abstract class ReferenceClock {
    /** Ticks a second. */
    abstract long frequency();

    /** How far the time-stamp counter gets in at most 65535 ticks; 0 when the clock stands still. */
    abstract long measure(long ticks);
}
