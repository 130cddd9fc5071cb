/** An exception inside the service of a guest's request ends that domain alone and leaves no lock held. */
package org.peaberry.kernel.traps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.peaberry.arch.virtualization.ExitReason;
import org.peaberry.arch.virtualization.VirtualCpu;
import org.peaberry.kernel.domain.Domain;
import org.peaberry.kernel.domain.DomainState;
import org.peaberry.kernel.domain.RequestBoundary;
import org.peaberry.kernel.domain.ShutdownReason;
import org.peaberry.kernel.domain.TestMachine;
import org.peaberry.kernel.domain.Vcpu;
import org.peaberry.kernel.interrupt.ApicBus;
import org.peaberry.runtime.unboxed.GuestFrame;

class FaultContainmentTest {
    private static final int CONSOLE_IO = 18;
    private static final int MEMORY_OP = 12;
    private static final long POPULATE = 6;
    private static final long BAD_TRANSLATION = 0x7000;

    private final TrapMachine machine = new TrapMachine();

    @Test
    void exceptionInAHypercallHandlerEndsOnlyItsDomain() {
        Domain other = machine.machine.newDomain(1, 16, false);
        Vcpu otherVcpu = machine.machine.addVcpu(other);
        machine.consoleFailure = new IllegalStateException("injected");
        machine.registers().rax(CONSOLE_IO);
        machine.registers().rdi(0);
        machine.registers().rsi(10);
        machine.registers().rdx(TestMachine.DOM0_START);
        assertFalse(machine.exit(ExitReason.HYPERCALL));
        assertEquals(List.of(machine.consoleFailure), machine.machine.faults);
        assertEquals(ShutdownReason.CRASH, machine.machine.dom0.shutdownReason());
        assertEquals(DomainState.ALIVE, other.state());
        assertSame(otherVcpu, machine.machine.cpu.chooseNext());
        assertEquals(List.of(), HeldLocks.reachableFrom(machine));
    }

    /** The translation fails in the middle of an operation on the domain's memory. */
    @Test
    void exceptionDeepInsideAnOperationLeavesNoLockHeld() {
        Domain guest = machine.machine.newDomain(1, 64, false);
        RuntimeException bug = new ArrayIndexOutOfBoundsException("injected");
        Vcpu vcpu = guest.addVcpu(machine.machine.cpu, (address, write) -> {
            throw bug;
        });
        VirtualCpu processor = machine.newProcessor(guest);
        machine.equip(vcpu, processor, new ApicBus(1, 1));
        vcpu.markInitialised();
        vcpu.bringUp();
        guest.ownMemory().populate(GuestFrame.of(0), 0);
        processor.registers().rax(MEMORY_OP);
        processor.registers().rdi(POPULATE);
        processor.registers().rsi(BAD_TRANSLATION);
        assertFalse(RequestBoundary.serve(machine.exits.handler(ExitReason.HYPERCALL), vcpu));
        assertEquals(ShutdownReason.CRASH, guest.shutdownReason());
        assertEquals(DomainState.ALIVE, machine.machine.dom0.state());
        assertEquals(List.of(), HeldLocks.reachableFrom(machine));
    }

    @Test
    void aHeldLockWouldBeFound() {
        machine.machine.allocator.table();
        org.peaberry.runtime.lock.SpinLock lock = new org.peaberry.runtime.lock.SpinLock();
        lock.acquire();
        assertEquals(1, HeldLocks.reachableFrom(new Object[] {lock}).size());
    }

    @Test
    void tripleFaultEndsTheDomainAndNotTheHost() {
        assertTrue(machine.exit(ExitReason.SHUTDOWN));
        assertEquals(ShutdownReason.CRASH, machine.machine.dom0.shutdownReason());
        assertEquals(List.of(), machine.machine.faults);
    }
}
