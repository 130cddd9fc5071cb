/** How a vCPU is made to look at its events. */
package org.peaberry.kernel.event;

public interface UpcallTarget {
    /** The vCPU's {@code upcallPending} went from zero to one: interrupt it, and wake it when it waits. */
    void upcallPending();

    /** An event came that the vCPU polls for. */
    void pollDone();
}
