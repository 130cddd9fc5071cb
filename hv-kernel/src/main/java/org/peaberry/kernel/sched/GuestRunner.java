/** Runs what the scheduler chose. */
package org.peaberry.kernel.sched;

public interface GuestRunner {
    /** Loads the unit's state, runs it until its pending word asks for the scheduler, and saves its state. */
    void run(Schedulable unit);

    /** There is nothing to run: enables interrupts, halts until one has been served, and disables them. */
    void idle();
}
