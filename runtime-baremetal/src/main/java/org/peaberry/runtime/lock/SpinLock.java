/** A ticket lock: first come, first served. */
package org.peaberry.runtime.lock;

import org.peaberry.runtime.annotation.Acquires;
import org.peaberry.runtime.annotation.Releases;
import org.peaberry.runtime.platform.Machine;

/** The hypervisor runs with interrupts off, so holding one never races an interrupt handler of the same CPU. */
public final class SpinLock {
    private final AtomicInt nextTicket = new AtomicInt();
    private final AtomicInt serving = new AtomicInt();

    /** Waits until it is free, then holds it. */
    @Acquires
    public void acquire() {
        int ticket = nextTicket.getAndAdd(1);
        while (serving.get() != ticket) {
            Machine.pause();
        }
    }

    /** Holds it if it is free; tells whether it does. */
    @Acquires(ifTrue = true)
    public boolean tryAcquire() {
        int ticket = serving.get();
        return nextTicket.compareAndSet(ticket, ticket + 1);
    }

    /** @throws IllegalStateException when nobody holds it */
    @Releases
    public void release() {
        int ticket = serving.get();
        if (ticket == nextTicket.get()) {
            throw new IllegalStateException("lock released that is not held");
        }
        serving.set(ticket + 1);
    }

    public boolean isHeld() {
        return serving.get() != nextTicket.get();
    }
}
