/** Events that meet on their way into a guest of VT-x. */
package org.peaberry.arch.vmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peaberry.arch.cpu.Cr0;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.cpu.SimulatedProcessor;
import org.peaberry.arch.virtualization.Event;
import org.peaberry.arch.virtualization.SimulatedHostMemory;
import org.peaberry.arch.virtualization.StructureMemory;
import org.peaberry.arch.virtualization.VirtualizationOptions;
import org.peaberry.runtime.memory.SimulatedMemory;

class VmxEventsTest {
    private static final int GENERAL_PROTECTION = 13;
    private static final int PAGE_FAULT = 14;
    private static final int DOUBLE_FAULT = 8;
    private static final int CONTROLS = 0x400;

    private SimulatedProcessor processor;
    private final VmxEvents events = new VmxEvents(CONTROLS);

    @BeforeEach
    void makeVmcsCurrent() {
        SimulatedMemory.install();
        processor = SimulatedProcessor.install();
        IntelProcessor.describe(processor);
        SimulatedHostMemory host = new SimulatedHostMemory(8);
        VmxBackend backend = VmxBackend.create(host, VirtualizationOptions.DEFAULT);
        backend.enable();
        VmxCpu.makeCurrent(VmxCpu.region(backend.features(), new StructureMemory(host)));
        Vmcs.write(FieldNatural.GUEST_CR0, Cr0.PROTECTION);
        Vmcs.write(FieldNatural.GUEST_RFLAGS, Rflags.ALWAYS_ONE | Rflags.INTERRUPT);
    }

    private int entered() {
        events.enter();
        return Vmcs.read(Field32.ENTRY_INTERRUPTION_INFORMATION);
    }

    @Test
    void anExceptionWithErrorCodeHasTheManualsFormat() {
        events.injectException(Event.exception(GENERAL_PROTECTION, 0x18));
        assertEquals(0x8000_0B0D, entered());
        assertEquals(0x18, Vmcs.read(Field32.ENTRY_EXCEPTION_ERROR_CODE));
        assertFalse(events.hasNext());
    }

    @Test
    void inRealModeThereIsNoErrorCode() {
        Vmcs.write(FieldNatural.GUEST_CR0, 0);
        events.injectException(Event.exception(GENERAL_PROTECTION, 0x18));
        assertEquals(0x8000_030D, entered());
    }

    @Test
    void noInterruptIsAcceptedWhileInterruptsAreOffOrInAShadow() {
        assertTrue(events.canAcceptInterrupt());
        Vmcs.write(Field32.GUEST_INTERRUPTIBILITY, Interruptibility.BLOCKED_BY_MOV_SS);
        assertFalse(events.canAcceptInterrupt());
        Vmcs.write(Field32.GUEST_INTERRUPTIBILITY, Interruptibility.BLOCKED_BY_NMI);
        assertTrue(events.canAcceptInterrupt());
        assertFalse(events.canAcceptNmi());
        Vmcs.write(FieldNatural.GUEST_RFLAGS, Rflags.ALWAYS_ONE);
        assertFalse(events.canAcceptInterrupt());
    }

    @Test
    void twoContributoryExceptionsMakeADoubleFaultAndAThirdShutsDown() {
        events.injectException(Event.exception(GENERAL_PROTECTION, 0));
        events.injectException(Event.exception(GENERAL_PROTECTION, 0));
        assertEquals(DOUBLE_FAULT, Event.vector(events.next()));
        events.injectException(Event.exception(PAGE_FAULT, 0));
        assertTrue(events.isShutdown());
        assertFalse(events.hasNext());
    }

    @Test
    void anInterruptThatMetAnExceptionComesWhenTheWindowOpens() {
        events.deliverAgain((int) Event.interrupt(0x41));
        events.injectException(Event.exception(PAGE_FAULT, 0));
        assertEquals(PAGE_FAULT, Event.vector(entered()));
        assertEquals(CONTROLS | ProcessorControls.INTERRUPT_WINDOW_EXITING, Vmcs.read(Field32.PROCESSOR_CONTROLS));
        assertFalse(events.canAcceptInterrupt());
        events.windowOpened();
        assertEquals(Event.interrupt(0x41), events.next());
        assertEquals(CONTROLS, Vmcs.read(Field32.PROCESSOR_CONTROLS));
    }

    @Test
    void anInterruptedExceptionKeepsItsErrorCodeAndSoftwareOnesRunAgain() {
        processor.virtualMachines().set(ReadOnly32.IDT_VECTORING_ERROR_CODE.encoding(), 4);
        events.deliverAgain((int) (Event.exception(PAGE_FAULT, 0) | 1 << 12));
        assertEquals(Event.exception(PAGE_FAULT, 4), events.next());
        entered();
        events.deliverAgain((int) (Event.VALID | Event.TYPE_SOFTWARE_INTERRUPT | 0x80));
        assertFalse(events.hasNext());
    }

    @Test
    void anInterruptedNmiIsNotBlockedByItself() {
        Vmcs.write(Field32.GUEST_INTERRUPTIBILITY, Interruptibility.BLOCKED_BY_NMI);
        events.deliverAgain((int) Event.nmi());
        assertEquals(Event.nmi(), events.next());
        assertEquals(0, Vmcs.read(Field32.GUEST_INTERRUPTIBILITY));
    }

    @Test
    void anNmiWindowIsAskedForUntilItOpens() {
        events.requestNmiWindow();
        assertEquals(CONTROLS | ProcessorControls.NMI_WINDOW_EXITING, Vmcs.read(Field32.PROCESSOR_CONTROLS));
        events.nmiWindowOpened();
        events.injectNmi();
        assertEquals((int) Event.nmi(), entered());
        assertEquals(CONTROLS, Vmcs.read(Field32.PROCESSOR_CONTROLS));
    }
}
