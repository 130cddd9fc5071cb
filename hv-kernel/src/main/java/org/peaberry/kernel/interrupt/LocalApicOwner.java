/** The vCPU that an emulated local APIC belongs to. */
package org.peaberry.kernel.interrupt;

import org.peaberry.kernel.time.Timer;

public interface LocalApicOwner {
    /** An interrupt became deliverable: look at the local APIC before the guest goes on, and wake it if it is blocked. */
    void interruptPending();

    /** Something changed that the processor is to be told of before the guest goes on; a blocked guest need not wake for it. */
    void lookAgain();

    void nonMaskableInterrupt();

    /** An INIT message: the vCPU waits for a start-up message. */
    void initialize();

    /** A start-up message: a waiting vCPU begins in real mode at vector * 4096. */
    void startUp(int vector);

    /** System time, in nanoseconds. */
    long now();

    /** The guest's time-stamp counter at a system time. */
    long guestTscAt(long systemTime);

    /** System time at which the guest's time-stamp counter reaches a value; not before now. */
    long systemTimeOfGuestTsc(long guestTsc);

    void setTimer(Timer timer, long deadline);

    void cancelTimer(Timer timer);
}
