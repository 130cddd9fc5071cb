/** Events that meet on their way into a guest. */
package org.peaberry.arch.svm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.virtualization.Event;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.memory.SimulatedMemory;
import org.peaberry.runtime.unboxed.Address;

class SvmEventsTest {
    private static final int GENERAL_PROTECTION = 13;
    private static final int PAGE_FAULT = 14;
    private static final int DOUBLE_FAULT = 8;
    private static final long BLOCK = 0x10000;
    private static final long SINGLE_STEP_CAUSE = 1 << 14;

    private final SimulatedMemory memory = SimulatedMemory.install();
    private final VmcbControl control;
    private final VmcbSave save;
    private final SvmEvents events;

    SvmEventsTest() {
        memory.map(BLOCK, Vmcb.SIZE);
        Vmcb vmcb = RawMemory.at(Vmcb.class, Address.of(BLOCK));
        control = vmcb.control();
        save = vmcb.save();
        events = new SvmEvents(control, save);
        save.rflags(Rflags.ALWAYS_ONE | Rflags.INTERRUPT);
        save.rip(0x100);
    }

    @Test
    void anInterruptHasTheManualsFormat() {
        events.injectInterrupt(0x30);
        assertEquals(0x8000_0030L, control.eventInjection());
    }

    @Test
    void anExceptionWithErrorCodeHasTheManualsFormat() {
        events.injectException(Event.exception(GENERAL_PROTECTION, 0x18));
        assertEquals(0x18_8000_0B0DL, control.eventInjection());
    }

    @Test
    void noInterruptIsAcceptedWhileInterruptsAreOffOrInAShadow() {
        assertTrue(events.canAcceptInterrupt());
        control.interruptState(InterruptState.SHADOW);
        assertFalse(events.canAcceptInterrupt());
        control.interruptState(0);
        save.rflags(Rflags.ALWAYS_ONE);
        assertFalse(events.canAcceptInterrupt());
    }

    @Test
    void noSecondEventIsAcceptedForOneEntry() {
        events.injectInterrupt(0x30);
        assertFalse(events.canAcceptInterrupt());
        assertFalse(events.canAcceptNmi());
    }

    @Test
    void twoContributoryExceptionsMakeADoubleFault() {
        events.injectException(Event.exception(GENERAL_PROTECTION, 0));
        events.injectException(Event.exception(GENERAL_PROTECTION, 0));
        assertEquals(Event.exception(DOUBLE_FAULT, 0), control.eventInjection());
        assertFalse(events.isShutdown());
        events.injectException(Event.exception(PAGE_FAULT, 0));
        assertTrue(events.isShutdown());
    }

    @Test
    void aPageFaultAfterAContributoryExceptionIsDeliveredAlone() {
        events.injectException(Event.exception(GENERAL_PROTECTION, 0));
        events.injectException(Event.exception(PAGE_FAULT, 2));
        assertEquals(Event.exception(PAGE_FAULT, 2), control.eventInjection());
        events.injectException(Event.exception(GENERAL_PROTECTION, 0));
        assertEquals(DOUBLE_FAULT, Event.vector(control.eventInjection()));
    }

    @Test
    void anInterruptThatMetAnExceptionComesWhenTheWindowOpens() {
        events.deliverAgain(Event.interrupt(0x41));
        events.injectException(Event.exception(PAGE_FAULT, 0));
        assertEquals(PAGE_FAULT, Event.vector(control.eventInjection()));
        assertTrue((control.virtualInterrupt() & VirtualInterrupt.PENDING) != 0);
        control.eventInjection(0);
        assertFalse(events.canAcceptInterrupt());
        events.windowOpened();
        assertEquals(Event.interrupt(0x41), control.eventInjection());
        assertEquals(0, control.virtualInterrupt() & VirtualInterrupt.PENDING);
    }

    @Test
    void softwareInterruptsAreNotDeliveredAgainBecauseTheInstructionRunsAgain() {
        events.deliverAgain(Event.VALID | Event.TYPE_SOFTWARE_INTERRUPT | 0x80);
        events.deliverAgain(Event.exception(3));
        assertEquals(0, control.eventInjection());
        events.deliverAgain(Event.exception(PAGE_FAULT, 4));
        assertEquals(Event.exception(PAGE_FAULT, 4), control.eventInjection());
    }

    @Test
    void nmisAreBlockedUntilTheGuestHasReturnedFromOne() {
        assertTrue(events.canAcceptNmi());
        events.injectNmi();
        control.eventInjection(0);
        assertFalse(events.canAcceptNmi());
        assertTrue((control.intercepts1() & Intercepts1.IRET) != 0);
        save.rip(0x200);
        events.nmiReturns();
        assertFalse(events.canAcceptNmi());
        save.rip(0x300);
        assertTrue(events.canAcceptNmi());
        assertEquals(0, control.intercepts1() & Intercepts1.IRET);
    }

    @Test
    void anNmiThatWaitsComesBehindTheGuestsReturnFromTheOneBefore() {
        events.injectNmi();
        control.eventInjection(0);
        events.requestNmiWindow();
        assertEquals(0, save.rflags() & Rflags.TRAP, "the handler itself is not stepped");
        save.rip(0x200);
        events.nmiReturns();
        events.requestNmiWindow();
        assertTrue((save.rflags() & Rflags.TRAP) != 0, "IRET is a single step");
        save.rip(0x100);
        save.rflags(Rflags.ALWAYS_ONE);
        save.dr6(SINGLE_STEP_CAUSE);
        assertTrue(events.isNmiWindow());
        assertEquals(0, save.dr6(), "the guest does not see the step");
        assertTrue(events.canAcceptNmi());
    }

    @Test
    void aGuestThatStepsOverItsReturnByItselfKeepsItsDebugException() {
        events.injectNmi();
        control.eventInjection(0);
        save.rflags(Rflags.ALWAYS_ONE | Rflags.TRAP);
        events.nmiReturns();
        events.requestNmiWindow();
        save.rip(0x200);
        assertFalse(events.isNmiWindow());
    }

    @Test
    void aWindowIsOpenWhenAnInterruptWaitsAndTheGuestCanTakeIt() {
        assertFalse(events.isWindowOpen());
        control.interruptState(InterruptState.SHADOW);
        events.requestWindow();
        assertFalse(events.isWindowOpen());
        control.interruptState(0);
        assertTrue(events.isWindowOpen());
    }
}
