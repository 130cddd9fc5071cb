/** One area of what a virtual CPU must do as a real one does. */
package org.peaberry.conformance.guest;

abstract class Area {
    /** One word, for its lines and for {@code area=} on the command line. */
    abstract String name();

    /** Runs its checks with interrupts off; leaves the processor as it was. */
    abstract void run(Report report);
}
