/** Events on their way into one guest: injected ones, interrupted ones, and those that wait for a window. AMD APM vol. 2, section 15.20. */
package org.peaberry.arch.svm;

import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.virtualization.DoubleFaultRules;
import org.peaberry.arch.virtualization.Event;

/** The VMCB takes one event per entry. When two meet, an exception goes first, and the interrupt waits until the guest can take it. */
final class SvmEvents {
    private static final int BREAKPOINT = 3;
    private static final int OVERFLOW = 4;
    private static final long NONE = 0;

    private final VmcbControl control;
    private final VmcbSave save;
    private final NmiReturn nmiReturn;
    private long waiting = NONE;
    private boolean isNmiBlocked;
    private boolean isShutdown;

    SvmEvents(VmcbControl control, VmcbSave save) {
        this.control = control;
        this.save = save;
        this.nmiReturn = new NmiReturn(control, save);
    }

    /** The processor would shut down: an exception while a double fault was delivered. */
    boolean isShutdown() {
        return isShutdown;
    }

    void injectException(long exception) {
        long before = control.eventInjection();
        if (!Event.isValid(before)) {
            control.eventInjection(exception);
        } else if (Event.type(before) == Event.TYPE_EXCEPTION) {
            long both = DoubleFaultRules.combine(before, exception);
            isShutdown = both == DoubleFaultRules.SHUTDOWN;
            control.eventInjection(both);
        } else {
            waiting = before;
            control.eventInjection(exception);
            requestWindow();
        }
    }

    void injectInterrupt(int vector) {
        control.eventInjection(Event.interrupt(vector));
    }

    /** The guest's next IRET opens non-maskable interrupts again. */
    void injectNmi() {
        control.eventInjection(Event.nmi());
        isNmiBlocked = true;
        control.intercepts1(control.intercepts1() | Intercepts1.IRET);
        interceptsChanged();
    }

    boolean canAcceptInterrupt() {
        return (save.rflags() & Rflags.INTERRUPT) != 0 && canAcceptEvent();
    }

    /** The IRET itself has not been executed yet when its exit is reported. */
    boolean canAcceptNmi() {
        return !isNmiBlocked && !nmiReturn.isAhead() && canAcceptEvent();
    }

    private boolean canAcceptEvent() {
        return !Event.isValid(control.eventInjection()) && waiting == NONE && (control.interruptState() & InterruptState.SHADOW) == 0;
    }

    /** Lets the processor exit when it could deliver an interrupt of the highest priority. */
    void requestWindow() {
        int request = VirtualInterrupt.PENDING | VirtualInterrupt.IGNORE_TASK_PRIORITY | VirtualInterrupt.HIGHEST_PRIORITY;
        control.virtualInterrupt(control.virtualInterrupt() | request);
        control.clean(control.clean() & ~CleanBits.VIRTUAL_INTERRUPT);
    }

    /** The window is there: the processor need not watch for it any more. */
    void windowOpened() {
        control.virtualInterrupt(control.virtualInterrupt() & ~VirtualInterrupt.PENDING);
        control.clean(control.clean() & ~CleanBits.VIRTUAL_INTERRUPT);
        long event = waiting;
        if (event != NONE && !Event.isValid(control.eventInjection())) {
            waiting = NONE;
            control.eventInjection(event);
        }
    }

    /** An IRET is about to end the guest's handler of a non-maskable interrupt. */
    void nmiReturns() {
        isNmiBlocked = false;
        nmiReturn.begin();
        control.intercepts1(control.intercepts1() & ~Intercepts1.IRET);
        interceptsChanged();
    }

    /** Lets an exit come when the guest has returned from the non-maskable interrupt before. */
    void requestNmiWindow() {
        if (!isNmiBlocked) {
            nmiReturn.step();
        }
    }

    /** A debug exception has come: whether it was the exit that {@link #requestNmiWindow} asked for. */
    boolean isNmiWindow() {
        return nmiReturn.endStep();
    }

    /** Whether an interrupt waits that the guest could take now. */
    boolean isWindowOpen() {
        return (control.virtualInterrupt() & VirtualInterrupt.PENDING) != 0 && canAcceptInterrupt();
    }

    /** The exit interrupted the delivery of an event: delivers it again, unless the guest runs the instruction again that raises it. */
    void deliverAgain(long event) {
        int vector = Event.vector(event);
        boolean isSoftware = Event.type(event) == Event.TYPE_SOFTWARE_INTERRUPT
                || Event.type(event) == Event.TYPE_EXCEPTION && (vector == BREAKPOINT || vector == OVERFLOW);
        if (!isSoftware) {
            control.eventInjection(event);
        }
    }

    private void interceptsChanged() {
        control.clean(control.clean() & ~CleanBits.INTERCEPTS);
    }
}
