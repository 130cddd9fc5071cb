/** The one-shot hardware timer of the running CPU. */
package org.peaberry.kernel.time;

public interface TimerDevice {
    /** Interrupts this CPU at a system time in nanoseconds, at once when that is past; replaces what was armed before. */
    void arm(long deadline);

    /** No interrupt until the next {@link #arm}. */
    void disarm();

    /** The CPU halts next: only an interrupt can end that. */
    void beforeIdle();
}
