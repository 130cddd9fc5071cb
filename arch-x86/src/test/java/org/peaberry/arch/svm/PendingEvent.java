/** The event that a virtual CPU of the AMD-V backend will enter its guest with, for tests. */
package org.peaberry.arch.svm;

import org.peaberry.arch.virtualization.Event;
import org.peaberry.arch.virtualization.VirtualCpu;

public final class PendingEvent {
    private PendingEvent() {
    }

    /** Its vector. @throws AssertionError when there is none */
    public static int vector(VirtualCpu cpu) {
        return Event.vector(of(cpu));
    }

    public static int errorCode(VirtualCpu cpu) {
        return Event.errorCode(of(cpu));
    }

    /** As an entry would. */
    public static void forget(VirtualCpu cpu) {
        ((SvmVirtualCpu) cpu).control.eventInjection(0);
    }

    private static long of(VirtualCpu cpu) {
        long event = ((SvmVirtualCpu) cpu).control.eventInjection();
        if (!Event.isValid(event)) {
            throw new AssertionError("no event is to be injected");
        }
        return event;
    }
}
