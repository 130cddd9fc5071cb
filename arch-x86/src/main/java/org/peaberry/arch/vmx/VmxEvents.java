/** Events on their way into one guest: injected ones, interrupted ones, and those that wait for a window. Intel SDM vol. 3, section 27.6. */
package org.peaberry.arch.vmx;

import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.virtualization.DoubleFaultRules;
import org.peaberry.arch.virtualization.Event;

/** An entry takes one event. When two meet, an exception goes first, and the interrupt waits until the guest can take it. The VMCS is current. */
final class VmxEvents {
    private static final int BREAKPOINT = 3;
    private static final int OVERFLOW = 4;
    private static final long NONE = 0;
    /** Bits of the IDT-vectoring information that an entry takes; the others are reserved there. */
    private static final long INFORMATION = Event.VALID | Event.HAS_ERROR_CODE | Event.TYPE_MASK | 0xff;

    private int processorControls;
    private long next = NONE;
    private long waiting = NONE;
    private boolean isShutdown;

    /** @param processorControls what the VMCS says while no window is asked for */
    VmxEvents(int processorControls) {
        this.processorControls = processorControls;
    }

    /** The processor would shut down: an exception while a double fault was delivered. */
    boolean isShutdown() {
        return isShutdown;
    }

    /** Whether {@link #enter} has something to do. */
    boolean hasNext() {
        return next != NONE;
    }

    /** The event for the next entry, 0 for none. */
    long next() {
        return next;
    }

    /** Gives the processor the event. In real mode there are no error codes. */
    void enter() {
        long event = next;
        next = NONE;
        if ((event & Event.HAS_ERROR_CODE) != 0) {
            if ((Vmcs.read(FieldNatural.GUEST_CR0) & Cr0.PROTECTION) == 0) {
                event &= ~Event.HAS_ERROR_CODE;
            }
            Vmcs.write(Field32.ENTRY_EXCEPTION_ERROR_CODE, Event.errorCode(event));
        }
        Vmcs.write(Field32.ENTRY_INTERRUPTION_INFORMATION, (int) event);
    }

    void injectException(long exception) {
        long before = next;
        if (before == NONE) {
            next = exception;
        } else if (Event.type(before) == Event.TYPE_EXCEPTION) {
            next = DoubleFaultRules.combine(before, exception);
            isShutdown = next == DoubleFaultRules.SHUTDOWN;
        } else {
            waiting = before;
            next = exception;
            requestWindow();
        }
    }

    void injectInterrupt(int vector) {
        next = Event.interrupt(vector);
    }

    /** The processor blocks further ones until the guest's IRET. */
    void injectNmi() {
        next = Event.nmi();
    }

    /** Lets the processor exit when it could deliver a non-maskable interrupt. */
    void requestNmiWindow() {
        control(processorControls | ProcessorControls.NMI_WINDOW_EXITING);
    }

    boolean canAcceptInterrupt() {
        return (Vmcs.read(FieldNatural.GUEST_RFLAGS) & Rflags.INTERRUPT) != 0 && canAccept(Interruptibility.SHADOW);
    }

    boolean canAcceptNmi() {
        return canAccept(Interruptibility.SHADOW | Interruptibility.BLOCKED_BY_NMI);
    }

    private boolean canAccept(int blocking) {
        return next == NONE && waiting == NONE && (Vmcs.read(Field32.GUEST_INTERRUPTIBILITY) & blocking) == 0;
    }

    /** Lets the processor exit when it could deliver an interrupt. */
    void requestWindow() {
        control(processorControls | ProcessorControls.INTERRUPT_WINDOW_EXITING);
    }

    /** The window is there: the processor need not watch for it any more. */
    void windowOpened() {
        control(processorControls & ~ProcessorControls.INTERRUPT_WINDOW_EXITING);
        if (waiting != NONE && next == NONE) {
            next = waiting;
            waiting = NONE;
        }
    }

    /** The guest's handler of a non-maskable interrupt has ended. */
    void nmiWindowOpened() {
        control(processorControls & ~ProcessorControls.NMI_WINDOW_EXITING);
    }

    private void control(int controls) {
        if (processorControls != controls) {
            processorControls = controls;
            Vmcs.write(Field32.PROCESSOR_CONTROLS, controls);
        }
    }

    /** The exit interrupted the delivery of an event: delivers it again, unless the guest runs the instruction again that raises it. */
    void deliverAgain(int information) {
        long event = Integer.toUnsignedLong(information) & INFORMATION;
        int vector = Event.vector(event);
        long type = Event.type(event);
        boolean isHardware = type == Event.TYPE_INTERRUPT || type == Event.TYPE_NMI
                || type == Event.TYPE_EXCEPTION && vector != BREAKPOINT && vector != OVERFLOW;
        if (!isHardware) {
            return;
        }
        if (type == Event.TYPE_NMI) {
            Vmcs.write(Field32.GUEST_INTERRUPTIBILITY, Vmcs.read(Field32.GUEST_INTERRUPTIBILITY) & ~Interruptibility.BLOCKED_BY_NMI);
        }
        next = (event & Event.HAS_ERROR_CODE) == 0 ? event
                : Event.withErrorCode(event, Vmcs.read(ReadOnly32.IDT_VECTORING_ERROR_CODE));
    }
}
