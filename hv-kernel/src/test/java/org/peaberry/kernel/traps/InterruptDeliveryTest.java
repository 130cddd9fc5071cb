/** Interrupts on their way into a guest: at once when it can take them, later when it cannot, never lost. */
package org.peaberry.kernel.traps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peaberry.arch.cpu.Rflags;
import org.peaberry.arch.virtualization.ExitReason;
import org.peaberry.kernel.domain.PendingWork;
import org.peaberry.kernel.domain.Vcpu;
import org.peaberry.kernel.interrupt.ApicRegister;
import org.peaberry.kernel.interrupt.LocalApic;
import org.peaberry.kernel.sched.RunState;

class InterruptDeliveryTest {
    private static final int VECTOR = 0x41;
    private static final int ENABLED = 0x1ff;

    private final TrapMachine machine = new TrapMachine();
    private final Vcpu vcpu = machine.machine.vcpu;
    private LocalApic apic;

    @BeforeEach
    void enable() {
        apic = VcpuPlatform.of(vcpu).apic();
        apic.write(ApicRegister.SPURIOUS_VECTOR, ENABLED);
        machine.processor.rflags(Rflags.ALWAYS_ONE | Rflags.INTERRUPT);
        vcpu.takePending();
    }

    private boolean isPending() {
        return (vcpu.pending() & PendingWork.INTERRUPT) != 0;
    }

    @Test
    void requestIsInjectedAndInService() {
        apic.request(VECTOR, false);
        assertTrue(isPending());
        InterruptDelivery.deliver(vcpu);
        assertFalse(machine.processor.canAcceptInterrupt(), "an event is on its way");
        assertEquals(LocalApic.NO_VECTOR, apic.nextVector());
        assertEquals(1 << (VECTOR & 31), apic.read(ApicRegister.IN_SERVICE + (VECTOR >> 5)));
    }

    @Test
    void requestWaitsWhileInterruptsAreOff() {
        machine.processor.rflags(Rflags.ALWAYS_ONE);
        apic.request(VECTOR, false);
        vcpu.takePending();
        InterruptDelivery.deliver(vcpu);
        assertEquals(VECTOR, apic.nextVector());
        machine.processor.rflags(Rflags.ALWAYS_ONE | Rflags.INTERRUPT);
        assertTrue(machine.exit(ExitReason.INTERRUPT_WINDOW));
        assertTrue(isPending());
        InterruptDelivery.deliver(vcpu);
        assertEquals(LocalApic.NO_VECTOR, apic.nextVector());
    }

    @Test
    void upcallIsNotLostWhileTheControllerIsOff() {
        apic.write(ApicRegister.SPURIOUS_VECTOR, 0xff);
        vcpu.devices().requestInterrupt(VECTOR);
        InterruptDelivery.deliver(vcpu);
        assertTrue(machine.processor.canAcceptInterrupt(), "nothing was injected");
        apic.write(ApicRegister.SPURIOUS_VECTOR, ENABLED);
        assertEquals(VECTOR, apic.nextVector());
        assertTrue(isPending());
    }

    @Test
    void haltWaitsForAnInterruptAndEndsWithIt() {
        machine.at(0xF4);
        assertTrue(machine.exit(ExitReason.HLT));
        assertTrue(machine.wentOn(1));
        machine.machine.cpu.chooseNext();
        assertEquals(RunState.BLOCKED, vcpu.state());
        apic.request(VECTOR, false);
        assertEquals(RunState.RUNNABLE, vcpu.state());
    }

    @Test
    void haltWithAnInterruptAlreadyThereGoesOn() {
        apic.request(VECTOR, false);
        machine.at(0xF4);
        assertTrue(machine.exit(ExitReason.HLT));
        machine.machine.cpu.chooseNext();
        assertEquals(RunState.RUNNING, vcpu.state());
    }

    @Test
    void nonMaskableInterruptComesWithInterruptsOff() {
        machine.processor.rflags(Rflags.ALWAYS_ONE);
        vcpu.devices().requestNmi();
        assertTrue(VcpuPlatform.of(vcpu).isNmiPending());
        InterruptDelivery.deliver(vcpu);
        assertFalse(VcpuPlatform.of(vcpu).isNmiPending());
        assertFalse(machine.processor.canAcceptNmi());
    }

    @Test
    void nonMaskableInterruptThatMeetsAnotherEventIsTriedAgain() {
        machine.processor.injectException(6);
        vcpu.devices().requestNmi();
        vcpu.takePending();
        InterruptDelivery.deliver(vcpu);
        assertTrue(VcpuPlatform.of(vcpu).isNmiPending());
        assertTrue(isPending());
    }

    @Test
    void forbiddenInstructionsFaultInTheGuest() {
        for (ExitReason reason : new ExitReason[] {ExitReason.FORBIDDEN_INSTRUCTION, ExitReason.MONITOR, ExitReason.MWAIT, ExitReason.RDPMC}) {
            machine.at(0x0F, 0x01, 0xD8);
            assertTrue(machine.exit(reason));
            assertTrue(machine.wentOn(0), reason.name());
        }
        assertTrue(machine.machine.faults.isEmpty());
    }

    @Test
    void anInterruptBelowTheTaskPriorityDoesNotEndAHalt() {
        machine.processor.virtualApic().taskPriority(VECTOR);
        machine.at(0xF4);
        assertTrue(machine.exit(ExitReason.HLT));
        machine.machine.cpu.chooseNext();
        apic.request(VECTOR, false);
        assertEquals(RunState.BLOCKED, vcpu.state());
        assertTrue(isPending(), "the processor must be told what it waits for");
    }

    @Test
    void aHaltWithInterruptsOffEndsWithAnNmiAlone() {
        machine.processor.rflags(Rflags.ALWAYS_ONE);
        apic.request(VECTOR, false);
        machine.at(0xF4);
        assertTrue(machine.exit(ExitReason.HLT));
        machine.machine.cpu.chooseNext();
        assertEquals(RunState.BLOCKED, vcpu.state());
        apic.request(VECTOR + 1, false);
        assertEquals(RunState.BLOCKED, vcpu.state());
        vcpu.devices().requestNmi();
        assertEquals(RunState.RUNNABLE, vcpu.state());
    }
}
