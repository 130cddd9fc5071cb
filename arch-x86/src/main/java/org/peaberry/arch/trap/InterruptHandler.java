/** Takes the interrupts of one or more vectors. */
package org.peaberry.arch.trap;

public interface InterruptHandler {
    /** Runs with interrupts off; tells the local APIC when it is done, unless the interrupt was spurious. */
    void handle(int vector);
}
